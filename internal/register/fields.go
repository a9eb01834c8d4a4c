package register

import (
	"bytes"
	"errors"
)

var errNotObject = errors.New("not a JSON object as the journal writes it")

// eachField walks through the fields of a JSON object without blanks, as the
// journal holds them, and hands over each value as it stands. It does not look
// inside values: entries are hashed, and who needs a value decodes it.
func eachField(object []byte, take func(name, value []byte)) error {
	if len(object) < 2 || object[0] != '{' || object[len(object)-1] != '}' {
		return errNotObject
	}
	for rest := object[1 : len(object)-1]; len(rest) > 0; {
		name := valueLen(rest)
		if name < 2 || rest[0] != '"' || name >= len(rest) || rest[name] != ':' {
			return errNotObject
		}
		value := valueLen(rest[name+1:])
		if value == 0 {
			return errNotObject
		}
		take(rest[1:name-1], rest[name+1:name+1+value])
		rest = rest[name+1+value:]
		if len(rest) > 0 {
			if rest[0] != ',' || len(rest) == 1 {
				return errNotObject
			}
			rest = rest[1:]
		}
	}
	return nil
}

// valueLen is the length of the JSON value at the start, up to the comma, colon
// or bracket that ends it; 0 when there is none.
func valueLen(b []byte) int {
	depth := 0
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '"':
			n := stringLen(b[i:])
			if n == 0 {
				return 0
			}
			i += n - 1
		case '{', '[':
			depth++
		case '}', ']':
			if depth--; depth < 0 {
				return i
			}
		case ',', ':':
			if depth == 0 {
				return i
			}
		}
	}
	if depth != 0 {
		return 0
	}
	return len(b)
}

// stringLen is the length of the JSON string at the start with its quotes, 0
// when it does not end.
func stringLen(b []byte) int {
	for i := 1; i < len(b); {
		n := bytes.IndexByte(b[i:], '"')
		if n < 0 {
			return 0
		}
		escape := bytes.IndexByte(b[i:i+n], '\\')
		if escape < 0 {
			return i + n + 1
		}
		i += escape + 2
	}
	return 0
}
