package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"jxmb/fixtures"
	"jxmb/fixtures/outside"
	"jxmb/fixtures/storage"
)

// seasonOfJobs are documents that contradict each other, and one that is none.
func seasonOfJobs() map[string][]byte {
	season := map[string][]byte{"bad.docx": []byte("PK\x03\x04 cut")}
	for i := range 5 {
		season[fmt.Sprintf("%d/%d.docx", i%2, i)] = fixtures.Brief(i/2, 1)
	}
	return season
}

// jobShell runs a script in a shell in which data stands for the folder /data.
func jobShell(t *testing.T, data, script string, env ...string) error {
	t.Helper()
	cmd := exec.Command(outside.Program(t, "sh"), "-c", strings.ReplaceAll(script, "/data", data))
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Logf("%s: %v: %s", script, err, out)
	}
	return err
}

// results are the files that a run leaves for people, without the seconds.
func results(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := tree(t, dir)
	maps.DeleteFunc(files, func(name, _ string) bool { return strings.HasPrefix(name, ".jxmb") })
	report, err := os.ReadFile(filepath.Join(dir, "report.json"))
	if err != nil {
		t.Fatal(err)
	}
	seconds := regexp.MustCompile(`"seconds":[0-9.e-]+`)
	files["report.json"] = seconds.ReplaceAllString(string(report), `"seconds":0`)
	return files
}

func sameResults(t *testing.T, got, want map[string]string) {
	t.Helper()
	if len(want) < 8 {
		t.Errorf("%d files alone", len(want))
	}
	sameTree(t, got, want)
}

// TestSlurmLines runs the line of the READMEs for a Slurm array, by an sbatch that
// does one task after the other, and the merge that it names; lines that are the same
// in both are run once.
func TestSlurmLines(t *testing.T) {
	t.Parallel()
	ran := map[string]bool{}
	for _, name := range readmes {
		i := strings.Index(readme(t, name), "\nsbatch ")
		line, _, _ := strings.Cut(readme(t, name)[i+1:], "\n")
		submit, after, ok := strings.Cut(line, " # ")
		_, merge, hasMerge := strings.Cut(after, "jxmb merge ")
		if i < 0 || !ok || !hasMerge {
			t.Fatalf("%s has no line for Slurm, but %q", name, line)
		}
		if ran[submit+merge] {
			continue
		}
		ran[submit+merge] = true
		data, bin := t.TempDir(), t.TempDir()
		for file, content := range seasonOfJobs() {
			writeFile(t, filepath.Join(data, "season", filepath.FromSlash(file)), content)
		}
		fake := "#!/bin/sh\n" + `first=${1#--array=}; last=${first#*-}; first=${first%-*}
test "$2" = --wrap || exit 9
for i in $(seq $first $last); do SLURM_ARRAY_TASK_ID=$i sh -c "$3"; code=$?; test $code -le 1 || exit $code; done`
		writeFile(t, filepath.Join(bin, "sbatch"), []byte(fake))
		if err := os.Chmod(filepath.Join(bin, "sbatch"), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := jobShell(t, data, submit, "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH")); err != nil {
			t.Fatal(err)
		}
		if err := jobShell(t, data, "jxmb merge "+merge); exitCodeOf(err) != exitFailed { // of the bad file
			t.Fatalf("merge: %v", err)
		}
		if err := jobShell(t, data, "jxmb convert /data/season -o /data/one -t json,xlsx -q"); exitCodeOf(err) != exitFailed {
			t.Fatal(err)
		}
		sameResults(t, results(t, filepath.Join(data, "out")), results(t, filepath.Join(data, "one")))
	}
}

// job is what of a Kubernetes Job the example uses.
type job struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Metadata   struct{ Name string }
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int
		Parallelism          int
		BackoffLimit         int `yaml:"backoffLimit"`
		BackoffLimitPerIndex int `yaml:"backoffLimitPerIndex"`
		Suspend              bool
		Template             struct {
			Spec struct {
				RestartPolicy                string         `yaml:"restartPolicy"`
				AutomountServiceAccountToken bool           `yaml:"automountServiceAccountToken"`
				SecurityContext              map[string]any `yaml:"securityContext"`
				Containers                   []struct {
					Name, Image     string
					Command         []string
					EnvFrom         []any `yaml:"envFrom"`
					Resources       any
					SecurityContext map[string]any `yaml:"securityContext"`
					VolumeMounts    []any          `yaml:"volumeMounts"`
				}
				Volumes []any
			}
		}
	}
}

// TestIndexedJob runs the commands of the Kubernetes example, one pod after the
// other, against a storage, and holds the result against one run.
func TestIndexedJob(t *testing.T) {
	page, err := os.ReadFile("../../.release/k8s/season.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var parts, merge job
	decoder := yaml.NewDecoder(bytes.NewReader(page))
	decoder.KnownFields(true)
	for _, j := range []*job{&parts, &merge} {
		if err := decoder.Decode(j); err != nil {
			t.Fatal(err)
		}
		if j.APIVersion != "batch/v1" || j.Kind != "Job" || len(j.Spec.Template.Spec.Containers) != 1 {
			t.Fatalf("%+v", j)
		}
	}
	if parts.Spec.CompletionMode != "Indexed" || parts.Spec.Completions != parts.Spec.Parallelism || !merge.Spec.Suspend {
		t.Errorf("%+v, %+v", parts.Spec, merge.Spec)
	}
	s := storage.Start(t)
	for key, content := range seasonOfJobs() {
		s.Put("2022/"+key, content)
	}
	data := t.TempDir()
	pod := func(j *job, env ...string) error {
		c := j.Spec.Template.Spec.Containers[0].Command
		if len(c) != 3 || c[0] != "sh" || c[1] != "-c" {
			t.Fatalf("%q", c)
		}
		return jobShell(t, data, c[2], env...)
	}
	for i := range parts.Spec.Completions {
		if err := pod(&parts, fmt.Sprint("JOB_COMPLETION_INDEX=", i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := pod(&merge); err != nil {
		t.Fatal(err)
	}
	if err := jobShell(t, data, "jxmb convert s3://season/2022/ -o /data/one -t json,xlsx -q"); exitCodeOf(err) != exitFailed {
		t.Fatal(err)
	}
	sameResults(t, results(t, filepath.Join(data, "out")), results(t, filepath.Join(data, "one")))
	t.Setenv("AWS_SECRET_ACCESS_KEY", "") // a pod that cannot read has failed, and is tried again
	data = t.TempDir()
	if err := pod(&parts, "JOB_COMPLETION_INDEX=0"); err == nil {
		t.Error("a part without keys is complete")
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o666); err != nil {
		t.Fatal(err)
	}
}
