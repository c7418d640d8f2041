package main

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"reflect"
	"regexp"
	"strings"

	a3dav "github.com/a3dav/a3dav-go"
)

// ordered is an object of JSON whose members stand in their order: parameters in a path are positional.
type ordered []entry

type entry struct {
	name string
	raw  json.RawMessage
}

func read(text string) ordered {
	var found ordered
	decoder := json.NewDecoder(strings.NewReader(text))
	if start, err := decoder.Token(); err != nil || start == nil {
		return nil
	}
	for decoder.More() {
		name := must(decoder.Token()).(string)
		var raw json.RawMessage
		check(decoder.Decode(&raw))
		found = append(found, entry{name, raw})
	}
	return found
}

func (o ordered) object() object {
	found := object{}
	for _, one := range o {
		found[one.name] = free(one.raw)
	}
	return found
}

func plain(name string) string {
	return strings.ToLower(regexp.MustCompile(`\W|_`).ReplaceAllString(name, ""))
}

// member is a field of a client by a name in any case.
func member(client reflect.Value, name string) reflect.Value {
	return client.Elem().FieldByNameFunc(func(field string) bool { return plain(field) == plain(name) })
}

// called calls a method of a service with what its parameters are called in requests.
func (r *run) called(service reflect.Value, name string, given ordered) (any, error) {
	var method reflect.Value
	for i := range service.NumMethod() {
		if plain(service.Type().Method(i).Name) == plain(name) {
			method = service.Method(i)
		}
	}
	kinds := method.Type()
	arguments := []reflect.Value{reflect.ValueOf(context.Background())}
	last := kinds.NumIn() - 2
	hasParams := last > 0 && variables.MatchString(structOf(kinds.In(last)).Name())
	for i := 1; i <= last; i++ {
		argument := reflect.New(kinds.In(i))
		switch body, rest := given.without("body"); {
		case hasParams && i == last:
			fillStruct(argument.Elem(), given)
		case body != nil && (i == last || hasParams && i == last-1):
			fill(argument, body)
			given = rest
		case len(given) > 0:
			fill(argument, given[0].raw)
			given = given[1:]
		}
		arguments = append(arguments, argument.Elem())
	}
	return r.result(method.Call(arguments))
}

var variables = regexp.MustCompile(`Params$|Variables$`)

func structOf(kind reflect.Type) reflect.Type {
	if kind.Kind() == reflect.Pointer {
		return kind.Elem()
	}
	return kind
}

func (o ordered) without(name string) (json.RawMessage, ordered) {
	for i, one := range o {
		if one.name == name {
			return one.raw, append(append(ordered{}, o[:i]...), o[i+1:]...)
		}
	}
	return nil, o
}

func fill(argument reflect.Value, raw json.RawMessage) {
	if upload, is := argument.Interface().(*a3dav.Upload); is {
		*upload = a3dav.UploadBytes([]byte(free(raw).(string)), "")
		return
	}
	check(json.Unmarshal(raw, argument.Interface()))
}

// fillStruct sets the fields that are named so.
func fillStruct(held reflect.Value, given ordered) {
	if held.Kind() == reflect.Pointer {
		held.Set(reflect.New(held.Type().Elem()))
		held = held.Elem()
	}
	for _, one := range given {
		field := held.FieldByNameFunc(func(name string) bool { return plain(name) == plain(one.name) })
		check(json.Unmarshal(one.raw, field.Addr().Interface()))
	}
}

func (r *run) result(values []reflect.Value) (any, error) {
	last := values[len(values)-1]
	if last.Kind() == reflect.Func {
		return r.taken(last)
	}
	err, _ := last.Interface().(error)
	if len(values) == 1 {
		return nil, err
	}
	if failed := errors.Is(err, a3dav.ErrGraphQL); err != nil || failed {
		return nil, err
	}
	switch found := values[0].Interface().(type) {
	case *a3dav.Text:
		return object{"text": found.Text, "etag": orNull(found.ETag)}, nil
	case *a3dav.Download:
		defer found.Close()
		content, err := io.ReadAll(found)
		return object{"text": string(content), "etag": orNull(found.ETag())}, err
	}
	if values[0].Kind() == reflect.Pointer && values[0].IsNil() {
		return nil, nil
	}
	return resent(values[0].Interface()), nil
}

// taken reads a sequence; what came before an error stays in items.
func (r *run) taken(sequence reflect.Value) (any, error) {
	r.items = []any{}
	if r.take == 0 {
		return r.items, nil
	}
	for item, failed := range sequence.Seq2() {
		if err, _ := failed.Interface().(error); err != nil {
			return r.items, err
		}
		r.items = append(r.items, listed(item))
		if len(r.items) == r.take {
			break
		}
	}
	return r.items, nil
}

func listed(item reflect.Value) any {
	if strings.HasPrefix(item.Type().Name(), "StreamEvent[") {
		data := resent(item.FieldByName("Data").Interface())
		if unknown := item.FieldByName("Unknown").Bytes(); unknown != nil {
			data = free(unknown)
		}
		return object{"id": item.FieldByName("ID").String(), "event": item.FieldByName("Type").String(), "data": data}
	}
	switch found := item.Interface().(type) {
	case a3dav.SyncEntry:
		return map[a3dav.SyncKind]object{
			a3dav.SyncChanged: {"changed": found.Href, "etag": orNull(found.ETag)}, a3dav.SyncRemoved: {"removed": found.Href},
			a3dav.SyncReset: {"reset": true}, a3dav.SyncToken: {"token": found.Token},
		}[found.Kind]
	case *a3dav.DAVObject:
		return object{"href": found.Href, "status": found.Status, "etag": orNull(found.ETag), "data": orNull(string(found.Content))}
	case *a3dav.DAVResponse:
		return response(found)
	}
	return resent(item.Interface())
}

func resent(value any) any { return free(must(json.Marshal(value))) }
