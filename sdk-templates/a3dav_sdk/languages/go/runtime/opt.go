package a3dav

import "bytes"

// Opt is a member that may be absent, null, or a value. Its zero value is absent, and what is absent is not sent.
type Opt[T any] struct {
	value T
	state presence
}

type presence uint8

const (
	isAbsent presence = iota
	isNull
	isValue
)

// Some is a member with a value.
func Some[T any](value T) Opt[T] { return Opt[T]{value: value, state: isValue} }

// Null is a member that is there and null.
func Null[T any]() Opt[T] { return Opt[T]{state: isNull} }

// Get returns the value, and whether there is one.
func (o Opt[T]) Get() (T, bool) { return o.value, o.state == isValue }

// Or returns the value, or the fallback when the member is absent or null.
func (o Opt[T]) Or(fallback T) T {
	if o.state == isValue {
		return o.value
	}
	return fallback
}

// IsNull tells whether the member is there and null.
func (o Opt[T]) IsNull() bool { return o.state == isNull }

// IsAbsent tells whether the member is not there at all.
func (o Opt[T]) IsAbsent() bool { return o.state == isAbsent }

// IsZero is IsAbsent, under the name that the tag omitzero of encoding/json asks for.
func (o Opt[T]) IsZero() bool { return o.state == isAbsent }

// MarshalJSON writes what is absent as null: whoever holds the member leaves it out.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if o.state != isValue {
		return []byte("null"), nil
	}
	return encodeJSON(o.value)
}

// UnmarshalJSON is only called for a member that is there.
func (o *Opt[T]) UnmarshalJSON(data []byte) error {
	if bytes.Equal(bytes.TrimSpace(data), []byte("null")) {
		*o = Null[T]()
		return nil
	}
	var value T
	if err := decodeJSON(data, &value); err != nil {
		return err
	}
	*o = Some(value)
	return nil
}

// parameter gives what a request carries of it: nothing when absent or null.
func (o Opt[T]) parameter() (any, bool) { return o.value, o.state == isValue }
