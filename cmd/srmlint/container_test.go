package main

import (
	"bytes"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"syscall"
	"testing"
)

// TestStaticBinary builds what the image holds, with the Dockerfile's own
// command, and runs it as the image does: alone in a root file system, without
// a network, as a user that is nobody.
func TestStaticBinary(t *testing.T) {
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("builds a binary and runs it in a root file system of its own, on Linux only")
	}
	root := t.TempDir()
	build(t, filepath.Join(root, "srmlint"))
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	plan, err := os.ReadFile("../../examples/web-service/plan.json")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("/srmlint", "-", "--fail-on", "never")
	cmd.Dir, cmd.Env = "/", []string{}
	cmd.Stdin = bytes.NewReader(plan)
	cmd.SysProcAttr = &syscall.SysProcAttr{Chroot: root, Cloneflags: syscall.CLONE_NEWNET}
	if os.Getuid() == 0 {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: 65532, Gid: 65532}
	} else {
		cmd.SysProcAttr.Cloneflags |= syscall.CLONE_NEWUSER
		cmd.SysProcAttr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 65532, HostID: os.Getuid(), Size: 1}}
	}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		t.Skipf("this machine gives no namespaces to try it in: %v", err)
	}
	if err != nil || !strings.Contains(string(out), "digitalocean_firewall.bastion") {
		t.Errorf("%v\n%s", err, out)
	}
}

// build runs the go build of the Dockerfile.
func build(t *testing.T, to string) {
	t.Helper()
	recipe, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	flags := regexp.MustCompile(`go build (.*) -o /srmlint ./cmd/srmlint`).FindSubmatch(recipe)
	if flags == nil {
		t.Fatal("the Dockerfile builds something else")
	}
	args := append(append([]string{"build"}, strings.Fields(string(flags[1]))...), "-o", to, ".")
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	f, err := elf.Open(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if libraries, err := f.ImportedLibraries(); err != nil || len(libraries) > 0 {
		t.Errorf("the binary is not static: %v, %v", libraries, err)
	}
}

// TestDockerfile holds what the image promises.
func TestDockerfile(t *testing.T) {
	recipe, err := os.ReadFile("../../Dockerfile")
	if err != nil {
		t.Fatal(err)
	}
	_, last, found := strings.Cut(string(recipe), "\nFROM scratch\n")
	if !found || !regexp.MustCompile(`(?m)^USER [1-9]\d*:[1-9]\d*$`).MatchString(last) || strings.Contains(last, "RUN") {
		t.Errorf("the image is to hold the binary alone and run as nobody:\n%s", last)
	}
}
