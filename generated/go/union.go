package a3dav

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
)

// variant is one of the types of a union: the tags that mean it, and a pointer to the field that holds it.
type variant struct {
	tags  []string
	field any
}

// marshalUnion writes the variant that is set.
func marshalUnion(variants []variant, unknown json.RawMessage) ([]byte, error) {
	for _, one := range variants {
		if held := reflect.ValueOf(one.field).Elem(); !held.IsNil() {
			return encodeJSON(held.Interface())
		}
	}
	if unknown == nil {
		return nil, errors.New("no variant of a union is set")
	}
	return unknown, nil
}

// unmarshalUnion reads the variant that a member tells, or without such a member the first that fits.
func unmarshalUnion(data []byte, member string, variants []variant, unknown *json.RawMessage) error {
	var given map[string]json.RawMessage
	isObject := json.Unmarshal(data, &given) == nil && given != nil
	var told string
	_ = json.Unmarshal(given[member], &told)
	for _, one := range variants {
		switch {
		case member != "" && isObject && one.hasTag(told):
			return one.set(data)
		case member == "" && one.fits(given, isObject) && one.set(data) == nil:
			return nil
		}
	}
	*unknown = bytes.Clone(data)
	return nil
}

func (v variant) hasTag(told string) bool {
	for _, tag := range v.tags {
		if tag == told {
			return true
		}
	}
	return false
}

func (v variant) set(data []byte) error {
	held := reflect.ValueOf(v.field).Elem()
	made := reflect.New(held.Type().Elem())
	if err := decodeJSON(data, made.Interface()); err != nil {
		return err
	}
	held.Set(made)
	return nil
}

var unmarshaler = reflect.TypeFor[json.Unmarshaler]()

// fits tells whether a model finds an object with all that it requires. What is no model decides when it is set.
func (v variant) fits(given map[string]json.RawMessage, isObject bool) bool {
	kind := reflect.TypeOf(v.field).Elem().Elem()
	if kind.Kind() != reflect.Struct || !reflect.PointerTo(kind).Implements(unmarshaler) || planOf(kind).extra < 0 {
		return true
	}
	if !isObject {
		return false
	}
	for _, member := range planOf(kind).members {
		if _, there := given[member.name]; member.required && !there {
			return false
		}
	}
	return true
}
