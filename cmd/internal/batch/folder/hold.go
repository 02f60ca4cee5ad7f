package folder

import "os"

// heldFile is a file that is whole and has still to appear.
type heldFile struct{ part, name string }

// Hold keeps files that are whole out of sight until release, so that all of them
// appear or none.
func (f *Folder) Hold() { f.holding = true }

// place lets a file appear, or keeps it for later.
func (f *Folder) place(part, name string) error {
	if !f.holding {
		return f.appear(part, name)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.held = append(f.held, heldFile{part, name})
	return nil
}

// Read opens a file that is whole, also while it is held.
func (f *Folder) Read(name string) (*os.File, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, h := range f.held {
		if h.name == name {
			return f.Root.Open(h.part)
		}
	}
	return OpenRegular(f.Root, name)
}

// Release lets all files appear that are held.
func (f *Folder) Release() error {
	for i, h := range f.held {
		if err := f.appear(h.part, h.name); err != nil {
			f.held = f.held[i:]
			return InOutput(h.name, err)
		}
	}
	f.held, f.holding = nil, false
	return nil
}

// Drop gives up what is held. After release there is nothing.
func (f *Folder) Drop() {
	for _, h := range f.held {
		_ = f.Root.Remove(h.part)
	}
	f.held = nil
}
