package a3dav

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"
)

// encodeJSON writes compact JSON, with <, > and & as they are.
func encodeJSON(value any) ([]byte, error) {
	var buffer bytes.Buffer
	if err := appendJSON(&buffer, value); err != nil {
		return nil, err
	}
	return buffer.Bytes(), nil
}

func appendJSON(buffer *bytes.Buffer, value any) error {
	encoder := json.NewEncoder(buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return err
	}
	buffer.Truncate(buffer.Len() - 1) // the line feed that Encode appends
	return nil
}

// decodeJSON reads one value. Numbers of free JSON stay the text they were, as json.Number.
func decodeJSON(data []byte, target any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	if err := decoder.Decode(target); err != nil {
		return err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return fmt.Errorf("more follows the JSON value")
	}
	return nil
}

// plan is what the tags of a model say, read once for each type.
type plan struct {
	members []member
	places  map[string]int
	extra   int
}

type member struct {
	name     string
	key      []byte
	field    int
	required bool
	// constant is what a required member is when nobody set it.
	constant json.RawMessage
	// null tells whether the type can hold it.
	null bool
}

var plans sync.Map

func planOf(model reflect.Type) *plan {
	if known, ok := plans.Load(model); ok {
		return known.(*plan)
	}
	made := &plan{places: map[string]int{}, extra: -1}
	for i := range model.NumField() {
		made.add(i, model.Field(i))
	}
	plans.Store(model, made)
	return made
}

func (p *plan) add(index int, field reflect.StructField) {
	if field.Name == "Extra" && field.Tag.Get("json") == "-" {
		p.extra = index
		return
	}
	// The name is the whole tag up to its last comma, since a name may hold commas itself.
	tag := field.Tag.Get("json")
	cut := strings.LastIndexByte(tag, ',')
	if cut < 0 {
		return
	}
	key, _ := encodeJSON(tag[:cut])
	p.places[tag[:cut]] = len(p.members)
	p.members = append(p.members, member{
		name: tag[:cut], key: append(key, ':'), field: index, required: tag[cut+1:] == "required",
		constant: json.RawMessage(field.Tag.Get("constant")), null: takesNull(field.Type),
	})
}

func takesNull(kind reflect.Type) bool {
	_, optional := reflect.Zero(kind).Interface().(parameter)
	return optional || kind.Kind() == reflect.Interface || kind == rawType
}

// marshalModel writes the members that are there, then what came with the object and is not known here.
func marshalModel(model any) ([]byte, error) {
	value := reflect.Indirect(reflect.ValueOf(model))
	layout := planOf(value.Type())
	buffer := bytes.NewBufferString("{")
	for _, member := range layout.members {
		field := value.Field(member.field)
		if !member.required && field.IsZero() {
			continue
		}
		if err := appendMember(buffer, member.key, member.whole(field)); err != nil {
			return nil, fmt.Errorf("%s: %w", member.name, err)
		}
	}
	if err := layout.appendExtra(buffer, value); err != nil {
		return nil, err
	}
	buffer.WriteByte('}')
	return buffer.Bytes(), nil
}

func appendMember(buffer *bytes.Buffer, key []byte, value any) error {
	if buffer.Len() > 1 {
		buffer.WriteByte(',')
	}
	buffer.Write(key)
	return appendJSON(buffer, value)
}

// whole gives a list or map that nobody made as an empty one, since nil is no value of JSON's, and a constant that nobody set.
func (m member) whole(field reflect.Value) any {
	switch {
	case len(m.constant) > 0 && field.IsZero():
		return m.constant
	case field.Kind() == reflect.Slice && field.IsNil() && field.Type() != rawType:
		return []struct{}{}
	case field.Kind() == reflect.Map && field.IsNil():
		return struct{}{}
	}
	return field.Interface()
}

var rawType = reflect.TypeFor[json.RawMessage]()

func (p *plan) appendExtra(buffer *bytes.Buffer, value reflect.Value) error {
	if p.extra < 0 {
		return nil
	}
	extra := value.Field(p.extra)
	for _, name := range sortedNames(extra) {
		if _, known := p.places[name.String()]; known {
			continue
		}
		key, _ := encodeJSON(name.String())
		if err := appendMember(buffer, append(key, ':'), extra.MapIndex(name).Interface()); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func sortedNames(held reflect.Value) []reflect.Value {
	names := held.MapKeys()
	slices.SortFunc(names, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return names
}

// unmarshalModel reads the members that are known, by their exact names, and keeps the others in Extra.
func unmarshalModel(data []byte, model any) error {
	if string(bytes.TrimSpace(data)) == "null" {
		return nil // as encoding/json asks of UnmarshalJSON
	}
	var given map[string]json.RawMessage
	if err := json.Unmarshal(data, &given); err != nil {
		return err
	}
	value := reflect.ValueOf(model).Elem()
	value.SetZero()
	layout := planOf(value.Type())
	if err := layout.missing(given); err != nil {
		return err
	}
	for name, raw := range given {
		if err := layout.read(value, name, raw); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

// missing names a required member that is not there, or null where the type knows none.
func (p *plan) missing(given map[string]json.RawMessage) error {
	for _, member := range p.members {
		raw, there := given[member.name]
		if !there && member.required {
			return fmt.Errorf("the member %q is missing", member.name)
		}
		if there && !member.null && string(raw) == "null" {
			return fmt.Errorf("the member %q is null", member.name)
		}
	}
	return nil
}

func (p *plan) read(value reflect.Value, name string, raw json.RawMessage) error {
	if place, known := p.places[name]; known {
		return decodeJSON(raw, value.Field(p.members[place].field).Addr().Interface())
	}
	if p.extra < 0 {
		return nil
	}
	extra := value.Field(p.extra)
	if extra.IsNil() {
		extra.Set(reflect.MakeMap(extra.Type()))
	}
	entry := reflect.New(extra.Type().Elem())
	if err := decodeJSON(raw, entry.Interface()); err != nil {
		return err
	}
	extra.SetMapIndex(reflect.ValueOf(name), entry.Elem())
	return nil
}
