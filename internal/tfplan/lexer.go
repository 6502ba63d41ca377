package tfplan

import (
	"fmt"
	"io"
)

// lexer takes JSON apart, top down, as it comes.
type lexer struct {
	*window
	checker
	depth int // of the objects and arrays that are being taken apart
}

// errSyntax says what is wrong at an index of the window's rest.
type errSyntax struct {
	why string
	at  int
}

func (e errSyntax) Error() string { return e.why }

// peek returns the next byte that is not space.
func (l *lexer) peek() (byte, error) {
	for {
		for l.at < len(l.buf) {
			if b := l.buf[l.at]; !isSpace(b) {
				return b, nil
			}
			l.at++
		}
		if err := l.more(); err != nil {
			return 0, err
		}
	}
}

// value takes one value, which is valid until the next is taken.
func (l *lexer) value() (raw, error) {
	if _, err := l.peek(); err != nil {
		return nil, err
	}
	l.begin()
	for i := 0; ; {
		end, out := l.run(l.rest(), i)
		switch out {
		case whole:
			v := l.rest()[:end:end]
			l.at += end
			return raw(v), nil
		case invalid:
			return nil, errSyntax{l.why, end}
		}
		i = end
		if err := l.more(); err != nil {
			return nil, err
		}
	}
}

// skip passes over one value of any size.
func (l *lexer) skip() error {
	l.begin()
	for {
		end, out := l.run(l.rest(), 0)
		if out == invalid {
			return errSyntax{l.why, end}
		}
		l.at += end
		if out == whole {
			return nil
		}
		if err := l.more(); err != nil {
			return err
		}
	}
}

// take passes over one of the bytes that have to come next, and returns it.
func (l *lexer) take(what string, bytes ...byte) (byte, error) {
	b, err := l.peek()
	if err != nil {
		return 0, err
	}
	for _, wanted := range bytes {
		if b == wanted {
			l.at++
			return b, nil
		}
	}
	return 0, errSyntax{fmt.Sprintf("%q where %s is expected", rune(b), what), 0}
}

// array has f take the elements of an array one by one; any other value is skipped.
func (l *lexer) array(f func() error) error {
	return l.each('[', ']', f)
}

// object has f take the value of each member of an object; any other value is skipped.
func (l *lexer) object(f func(name string) error) error {
	return l.each('{', '}', func() error {
		b, err := l.peek()
		if err == nil && b != '"' {
			err = errSyntax{fmt.Sprintf("%q where the name of a member in quotes is expected", rune(b)), 0}
		}
		if err != nil {
			return err
		}
		quoted, err := l.value()
		if err != nil {
			return err
		}
		name := quoted.text()
		if _, err := l.take("a colon", ':'); err != nil {
			return err
		}
		return f(name)
	})
}

// each takes what stands between two brackets, part by part.
func (l *lexer) each(begin, end byte, part func() error) error {
	b, err := l.peek()
	if err != nil {
		return err
	}
	if b != begin {
		return l.skip()
	}
	if l.depth++; l.depth > maxDepth {
		return errSyntax{"exceeded the largest depth of nesting", 0}
	}
	l.at++
	if b, err = l.peek(); err == nil && b == end {
		l.at++
		l.depth--
		return nil
	}
	for err == nil && b != end {
		if err = part(); err == nil {
			b, err = l.take("a comma or a closing bracket", ',', end)
		}
	}
	l.depth--
	return err
}

// atEnd tells whether nothing but space is left.
func (l *lexer) atEnd() bool {
	_, err := l.peek()
	return err == io.ErrUnexpectedEOF
}
