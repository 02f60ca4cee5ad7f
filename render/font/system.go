package font

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// maxFile is the size above which a font file is not read: 64 MiB, twice the
// largest Chinese TrueType collections in use.
const maxFile = 64 << 20

// families are the beginnings of the file names, in lower case, of fonts that
// have what the built-in ones lack, best first: the Windows fonts that official
// papers are set in, then free Chinese fonts, then symbols.
var families = []string{
	"simsun", "simfang", "simkai", "simhei", "simsunb", "simsunextg", "msyh", "fangsong", "stsong",
	"notoserifsc", "notosanssc", "notoserifcjk", "notosanscjk", "wqy", "droidsansfallback",
	"ukai", "uming", "notosanssymbols", "notoemoji", "segoeui", "seguisym", "dejavusans.",
}

// Open reads a font file: .ttf, or the first font of a .ttc.
func Open(path string) (*Font, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFile {
		return nil, fmt.Errorf("%s: %w", path, ErrSize)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	f, err := Parse(data, "Font")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return f, nil
}

// System finds the installed fonts of the known families. The folders are
// searched at the first call and a font is read when a character reaches it;
// both are then kept for the life of the process.
var System = sync.OnceValue(func() *Installed { return search(folders()) })

// Installed are font files on this machine, in the order they are tried.
type Installed struct {
	paths []string
	mu    sync.Mutex
	fonts map[string]*Font // nil where the file cannot be used
}

// Names are the file names of the fonts with their sizes in bytes, in the order
// they are tried: they tell one set of installed fonts from another.
func (s *Installed) Names() []string {
	names := make([]string, len(s.paths))
	for i, path := range s.paths {
		names[i] = filepath.Base(path)
		if info, err := os.Stat(path); err == nil {
			names[i] += " " + strconv.FormatInt(info.Size(), 10)
		}
	}
	return names
}

// Find is the first font that has r, nil if none does.
func (s *Installed) Find(r rune) *Font {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, path := range s.paths {
		f, seen := s.fonts[path]
		if !seen {
			f, _ = Open(path) // a font that cannot be read is one that is not there
			s.fonts[path] = f
		}
		if f != nil && f.Has(r) {
			return f
		}
	}
	return nil
}

func search(roots []string) *Installed {
	type candidate struct {
		rank int
		path string
	}
	var found []candidate
	for _, root := range roots {
		filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			name := strings.ToLower(d.Name())
			if ext := filepath.Ext(name); ext != ".ttf" && ext != ".ttc" {
				return nil
			}
			rank := slices.IndexFunc(families, func(f string) bool { return strings.HasPrefix(name, f) })
			if rank >= 0 {
				found = append(found, candidate{rank, path})
			}
			return nil
		})
	}
	slices.SortFunc(found, func(a, b candidate) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		return strings.Compare(a.path, b.path)
	})
	s := &Installed{fonts: map[string]*Font{}}
	for _, c := range found {
		s.paths = append(s.paths, c.path)
	}
	return s
}

// folders are where Linux, macOS and Windows keep fonts.
func folders() []string {
	dirs := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts"}
	if home, err := os.UserHomeDir(); err == nil {
		dirs = append(dirs, filepath.Join(home, ".fonts"), filepath.Join(home, ".local", "share", "fonts"),
			filepath.Join(home, "Library", "Fonts"))
	}
	if windows := os.Getenv("WINDIR"); windows != "" {
		dirs = append(dirs, filepath.Join(windows, "Fonts"))
	}
	if local := os.Getenv("LOCALAPPDATA"); local != "" {
		dirs = append(dirs, filepath.Join(local, "Microsoft", "Windows", "Fonts"))
	}
	return dirs
}

var shared struct {
	sync.Mutex
	fonts map[string]*Font
}

// OpenShared is [Open] that reads each path once for the life of the process.
func OpenShared(path string) (*Font, error) {
	shared.Lock()
	defer shared.Unlock()
	if f := shared.fonts[path]; f != nil {
		return f, nil
	}
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	if shared.fonts == nil {
		shared.fonts = map[string]*Font{}
	}
	shared.fonts[path] = f
	return f, nil
}
