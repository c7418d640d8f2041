package a3dav

import (
	"encoding/json"
	"fmt"
	"net/url"
	"reflect"
	"slices"
	"strings"
)

// style is how OpenAPI says that a parameter is written.
type style struct {
	name    string
	explode bool
}

// parameter is what may be absent: every Opt.
type parameter interface{ parameter() (any, bool) }

// given unwraps a parameter and tells whether there is anything to send.
func given(value any) (any, bool) {
	if optional, is := value.(parameter); is {
		return optional.parameter()
	}
	return value, true
}

// parts are the texts of a value: one of a scalar, one each of a list, name and text by turns of an object.
type parts struct {
	texts  []string
	list   bool
	object bool
	json   string
}

func (p parts) text() string {
	if p.list || p.object {
		return p.json
	}
	return p.texts[0]
}

func partsOf(value any) (parts, error) {
	raw, err := encodeJSON(value)
	if err != nil {
		return parts{}, err
	}
	var free any
	if err := decodeJSON(raw, &free); err != nil {
		return parts{}, err
	}
	switch free := free.(type) {
	case []any:
		return parts{texts: texts(free), list: true, json: string(raw)}, nil
	case map[string]any:
		made := parts{object: true, json: string(raw)}
		for _, name := range sortedKeys(free) {
			made.texts = append(made.texts, name, textOf(free[name]))
		}
		return made, nil
	}
	return parts{texts: []string{textOf(free)}, json: string(raw)}, nil
}

func sortedKeys[V any](values map[string]V) []string {
	names := make([]string, 0, len(values))
	for name := range values {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func texts(values []any) []string {
	made := make([]string, len(values))
	for i, value := range values {
		made[i] = textOf(value)
	}
	return made
}

func textOf(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case nil:
		return ""
	case json.Number, bool:
		return fmt.Sprint(value)
	}
	raw, _ := encodeJSON(value) // it was read from JSON
	return string(raw)
}

// escape is percent-encoding of all but the unreserved characters of RFC 3986.
func escape(text string) string {
	return strings.ReplaceAll(url.QueryEscape(text), "+", "%20")
}

func escapeAll(texts []string) []string {
	made := make([]string, len(texts))
	for i, text := range texts {
		made[i] = escape(text)
	}
	return made
}

// inPath puts a value into the place of {name}.
func (r *request) inPath(name string, value any, as style) {
	made, err := partsOf(value)
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, err))
		return
	}
	text := as.segment(name, made)
	if text == "" || text == "." || text == ".." {
		r.fail(fmt.Errorf("%s: %q cannot stand in a path", name, text))
	}
	r.path = strings.ReplaceAll(r.path, "{"+name+"}", text)
}

func (s style) segment(name string, made parts) string {
	escaped := escapeAll(made.texts)
	if made.object && s.explode {
		escaped = pairs(escaped, "=")
	}
	switch {
	case s.name == "label" && s.explode:
		return "." + strings.Join(escaped, ".")
	case s.name == "label":
		return "." + strings.Join(escaped, ",")
	case s.name == "matrix" && s.explode && made.object:
		return ";" + strings.Join(escaped, ";")
	case s.name == "matrix" && s.explode && made.list:
		return ";" + name + "=" + strings.Join(escaped, ";"+name+"=")
	case s.name == "matrix":
		return ";" + name + "=" + strings.Join(escaped, ",")
	}
	return strings.Join(escaped, ",")
}

func pairs(texts []string, between string) []string {
	made := make([]string, 0, len(texts)/2)
	for i := 0; i+1 < len(texts); i += 2 {
		made = append(made, texts[i]+between+texts[i+1])
	}
	return made
}

// inQuery adds a parameter, unless it is absent.
func (r *request) inQuery(name string, value any, as style) {
	made, there := r.written(name, value)
	if !there {
		return
	}
	if as.name == "json" {
		made = parts{texts: []string{made.json}}
	}
	r.query = append(r.query, as.fields(escape(name), made)...)
}

// written reads a parameter as texts; what is absent is not there.
func (r *request) written(name string, value any) (parts, bool) {
	value, there := given(value)
	if !there || isNil(value) {
		return parts{}, false
	}
	made, err := partsOf(value)
	if err != nil {
		r.fail(fmt.Errorf("%s: %w", name, err))
	}
	return made, err == nil
}

// inQuerystring is a whole query.
func (r *request) inQuerystring(name string, value any, _ style) {
	if made, there := r.written(name, value); there {
		r.query = append(r.query, strings.NewReplacer("%3D", "=", "%26", "&").Replace(escape(made.text())))
	}
}

func (s style) fields(name string, made parts) []string {
	escaped := escapeAll(made.texts)
	between := map[string]string{"spaceDelimited": "%20", "pipeDelimited": "%7C"}[s.name]
	switch {
	case made.object && s.name == "deepObject":
		fields := pairs(escaped, "%5D=")
		for i, field := range fields {
			fields[i] = name + "%5B" + field
		}
		return fields
	case made.object && s.explode:
		return pairs(escaped, "=")
	case made.list && s.explode:
		for i, text := range escaped {
			escaped[i] = name + "=" + text
		}
		return escaped
	case made.list && len(escaped) == 0:
		return nil
	case between == "":
		between = ","
	}
	return []string{name + "=" + strings.Join(escaped, between)}
}

// inHeader sets a header, unless it is absent.
func (r *request) inHeader(name string, value any, as style) {
	if text, there := r.line(name, value, as); there {
		r.header.Set(name, text)
	}
}

// inCookie adds to the header Cookie.
func (r *request) inCookie(name string, value any, as style) {
	text, there := r.line(name, value, as)
	if !there {
		return
	}
	if before := r.header.Get("Cookie"); before != "" {
		name = before + "; " + name
	}
	r.header.Set("Cookie", name+"="+text)
}

func (r *request) line(name string, value any, as style) (string, bool) {
	made, there := r.written(name, value)
	if !there {
		return "", false
	}
	texts := made.texts
	if made.object && as.explode {
		texts = pairs(texts, "=")
	}
	text := strings.Join(texts, ",")
	if as.name == "json" {
		text = made.json
	}
	if strings.ContainsAny(text, "\r\n\x00") {
		r.fail(fmt.Errorf("%s has a line end", name))
	}
	return text, true
}

func isNil(value any) bool {
	if value == nil {
		return true
	}
	switch kind := reflect.ValueOf(value); kind.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return kind.IsNil()
	}
	return false
}
