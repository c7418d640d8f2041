package a3dav

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/textproto"
	"reflect"
	"strings"
)

// formField is a member of a form. A list is several fields of one name.
type formField struct {
	name  string
	value any
}

// formOf lists the members of a model or map, those of lists one by one.
func formOf(value any) ([]formField, error) {
	held := reflect.Indirect(reflect.ValueOf(value))
	var fields []formField
	switch held.Kind() {
	case reflect.Struct:
		for _, member := range planOf(held.Type()).members {
			fields = appendField(fields, member.name, held.Field(member.field).Interface())
		}
	case reflect.Map:
		for _, name := range sortedNames(held) {
			fields = appendField(fields, name.String(), held.MapIndex(name).Interface())
		}
	default:
		return nil, fmt.Errorf("a form is an object")
	}
	return fields, nil
}

func appendField(fields []formField, name string, value any) []formField {
	value, there := given(value)
	if !there || isNil(value) {
		return fields
	}
	held := reflect.ValueOf(value)
	if _, is := value.([]byte); is || held.Kind() != reflect.Slice {
		return append(fields, formField{name, value})
	}
	for i := range held.Len() {
		fields = append(fields, formField{name, held.Index(i).Interface()})
	}
	return fields
}

// text is a value where only text can be.
func (f formField) text() (string, error) {
	made, err := partsOf(f.value)
	if err != nil {
		return "", fmt.Errorf("%s: %w", f.name, err)
	}
	return made.text(), nil
}

func (r *request) setForm(value any, media string) {
	value, there := given(value)
	if !there || isNil(value) {
		return
	}
	fields, err := formOf(value)
	texts := make([]string, 0, len(fields))
	for _, field := range fields {
		text, wrong := field.text()
		if err == nil {
			err = wrong
		}
		texts = append(texts, escape(field.name)+"="+escape(text))
	}
	if err != nil {
		r.fail(err)
	}
	r.setBody([]byte(strings.Join(texts, "&")), media)
}

func (r *request) setMultipart(value any, _ string) {
	value, there := given(value)
	if !there || isNil(value) {
		return
	}
	var content bytes.Buffer
	parts := multipart.NewWriter(&content)
	fields, err := formOf(value)
	for _, field := range fields {
		if err == nil {
			err = field.writePart(parts)
		}
	}
	if err != nil {
		r.fail(err)
	}
	_ = parts.Close() // writing into memory does not fail
	r.setBody(content.Bytes(), parts.FormDataContentType())
}

var quoteName = strings.NewReplacer(`"`, "%22", "\r", "%0D", "\n", "%0A")

func (f formField) writePart(parts *multipart.Writer) error {
	name := `form-data; name="` + quoteName.Replace(f.name) + `"`
	header := textproto.MIMEHeader{}
	content, isFile := f.value.([]byte)
	if isFile {
		name += `; filename="` + quoteName.Replace(f.name) + `"`
		header.Set("Content-Type", "application/octet-stream")
	} else {
		text, err := f.text()
		if err != nil {
			return err
		}
		content = []byte(text)
	}
	header.Set("Content-Disposition", name)
	part, err := parts.CreatePart(header)
	if err == nil {
		_, err = io.Copy(part, bytes.NewReader(content))
	}
	return err
}
