// Package terraform turns a saved (binary) plan into JSON by running the
// terraform or tofu that made it: `terraform show -json PLAN`.
//
// It is the only place in srmlint that starts a process. It reads no plan
// itself but for the few bytes that tell who made it.
package terraform

import (
	"archive/zip"
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// Tool is a program that makes plans.
type Tool string

// The tools that make plans, by the names of their binaries.
const (
	Terraform Tool = "terraform"
	Tofu      Tool = "tofu"
)

// Title is the tool's name in prose.
func (t Tool) Title() string {
	if t == Tofu {
		return "OpenTofu"
	}
	return "Terraform"
}

// maxPlan bounds how much of a plan is unpacked in search of its version.
const maxPlan = 1 << 30

// IsPlan tells whether the file at path is a saved plan: a zip archive that
// holds an entry called tfplan. The error is that of opening the file.
func IsPlan(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer f.Close()
	magic := make([]byte, 4)
	if _, err := io.ReadFull(f, magic); err != nil || !bytes.Equal(magic, []byte("PK\x03\x04")) {
		return false, nil // too short or something else, and no fault of the file's
	}
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	archive, err := zip.NewReader(f, info.Size())
	return err == nil && entry(archive, "tfplan") != nil, nil
}

func entry(archive *zip.Reader, name string) *zip.File {
	for _, f := range archive.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// maker is what a saved plan tells of the tool that made it.
type maker struct {
	tool    Tool
	version string // "" where it cannot be told
}

// inspect finds out who made a plan. OpenTofu's plans differ from Terraform's
// only in the registry that their providers come from.
func inspect(path string) (maker, error) {
	archive, err := zip.OpenReader(path)
	if err != nil {
		return maker{}, err
	}
	defer archive.Close()
	m := maker{tool: Terraform}
	if f := entry(&archive.Reader, ".terraform.lock.hcl"); f != nil {
		if locks, err := unpack(f, 1<<20); err == nil && bytes.Contains(locks, []byte(`"registry.opentofu.org/`)) {
			m.tool = Tofu
		}
	}
	f := entry(&archive.Reader, "tfplan")
	if f == nil {
		return maker{}, errors.New("the archive holds no entry tfplan")
	}
	r, err := f.Open()
	if err != nil {
		return maker{}, err
	}
	defer r.Close()
	m.version, err = planVersion(bufio.NewReader(io.LimitReader(r, maxPlan)))
	return m, err
}

func unpack(f *zip.File, limit int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, limit))
}

// versionField is terraform_version in Terraform's planfile.proto. Both tools use it.
const versionField = 14

// planVersion walks the top-level fields of the protocol buffer that a plan is.
func planVersion(r *bufio.Reader) (string, error) {
	for {
		tag, err := binary.ReadUvarint(r)
		if err == io.EOF {
			return "", nil
		}
		if err != nil {
			return "", fmt.Errorf("the plan is cut off or damaged: %w", err)
		}
		value, err := field(r, tag)
		if err != nil {
			return "", fmt.Errorf("the plan is cut off or damaged: %w", err)
		}
		if tag>>3 == versionField {
			return value, nil
		}
	}
}

// field reads the value that follows a tag, and gives it if it is the version.
func field(r *bufio.Reader, tag uint64) (string, error) {
	switch tag & 7 {
	case 0:
		_, err := binary.ReadUvarint(r)
		return "", err
	case 1:
		_, err := r.Discard(8)
		return "", err
	case 5:
		_, err := r.Discard(4)
		return "", err
	case 2:
		return text(r, tag>>3 == versionField)
	}
	return "", fmt.Errorf("wire type %d", tag&7)
}

func text(r *bufio.Reader, wanted bool) (string, error) {
	size, err := binary.ReadUvarint(r)
	if err != nil || size > maxPlan {
		return "", errors.Join(err, io.ErrUnexpectedEOF)
	}
	if !wanted {
		_, err := r.Discard(int(size))
		return "", err
	}
	const longest = 64 // of a version
	if size > longest {
		return "", fmt.Errorf("a version of %d bytes", size)
	}
	value := make([]byte, size)
	_, err = io.ReadFull(r, value)
	return string(value), err
}
