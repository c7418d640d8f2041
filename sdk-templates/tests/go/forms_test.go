package a3dav

import (
	"context"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"strings"
	"testing"
)

type upload struct {
	File  []byte         `json:"file,required"`
	Note  Opt[string]    `json:"note,optional"`
	Tags  Opt[[]string]  `json:"tags,optional"`
	Extra map[string]any `json:"-"`
}

func sentForm(t *testing.T, set func(*request)) arrived {
	t.Helper()
	server := script(t, says(204))
	core, _ := client(t, server)
	r := newRequest("things.send", "POST", "/things", never)
	set(r)
	equal(t, perform(context.Background(), core, r, nil), nil)
	return server.seen[0]
}

func TestAFormIsEscapedAndRepeatsWhatIsAList(t *testing.T) {
	form := upload{Note: Some("a&b c"), Tags: Some([]string{"x", "y"})}
	sent := sentForm(t, func(r *request) { r.setForm(form, "application/x-www-form-urlencoded") })
	equal(t, sent.body, "note=a%26b%20c&tags=x&tags=y")
	equal(t, sent.header.Get("Content-Type"), "application/x-www-form-urlencoded")
}

func TestPartsAreFilesAndFields(t *testing.T) {
	sent := sentForm(t, func(r *request) { r.setMultipart(&upload{File: []byte("\x00abc"), Note: Some("hi")}, "") })
	_, parameters, err := mime.ParseMediaType(sent.header.Get("Content-Type"))
	equal(t, err, nil)
	form, err := multipart.NewReader(strings.NewReader(sent.body), parameters["boundary"]).ReadForm(1000)
	equal(t, err, nil)
	equal(t, form.Value["note"][0], "hi")
	file, err := form.File["file"][0].Open()
	equal(t, err, nil)
	content, _ := io.ReadAll(file)
	equal(t, string(content), "\x00abc")
}

func TestWhatIsAbsentIsNotSent(t *testing.T) {
	sent := sentForm(t, func(r *request) {
		r.setJSON(Opt[int]{}, "application/json")
		r.inHeader("X-None", Opt[string]{}, style{"simple", false})
		r.inCookie("none", Null[string](), style{"form", true})
	})
	equal(t, sent.body, "")
	equal(t, sent.header.Get("Content-Type"), "")
	equal(t, sent.header.Get("Cookie"), "")
}

func TestCookiesStandInOneHeader(t *testing.T) {
	sent := sentForm(t, func(r *request) {
		r.inCookie("a", "1", style{"form", true})
		r.inCookie("b", 2, style{"form", true})
	})
	equal(t, sent.header.Get("Cookie"), "a=1; b=2")
}

func TestALineEndIsNoPartOfAHeader(t *testing.T) {
	server := script(t, says(204))
	core, _ := client(t, server)
	r := newRequest("things.send", "POST", "/things", never)
	r.inHeader("X-Evil", "a\r\nB: c", style{"simple", false})
	err := perform(context.Background(), core, r, nil)
	equal(t, errors.Is(err, ErrConfiguration), true)
	equal(t, server.count(), 0)
}

func TestLinesAreReadOneByOne(t *testing.T) {
	core, _ := client(t, script(t, says(200, "{\"name\":\"a\"}\n\n{\"name\":\"b\"}")))
	told := ""
	for line, err := range lines[*named](context.Background(), core, newRequest("things.lines", "GET", "/", safe), nil) {
		equal(t, err, nil)
		told += line.Name
	}
	equal(t, told, "ab")
}

func TestALineThatIsNoJSONEndsTheLines(t *testing.T) {
	core, _ := client(t, script(t, says(200, "{\"name\":\"a\"}\nno\n{\"name\":\"b\"}")))
	var last error
	for _, err := range lines[*named](context.Background(), core, newRequest("things.lines", "GET", "/", safe), nil) {
		last = err
	}
	equal(t, errors.Is(last, ErrDecode), true)
}

// newSignature was made with openssl for the headers of signed and the secret "plain".
const newSignature = "v1,qGPi16bRMVt25Vet/Gb98G/awqyC/qNC84bqQwGk0qg="

func TestAMessageOfANewTypeIsKept(t *testing.T) {
	made, err := OpenWebhook(signed(newSignature), []byte(`{"type":"new","x":1.0}`), []string{"plain"}, WebhookTolerance(1<<62))
	equal(t, err, nil)
	equal(t, made.Type, "new")
	equal(t, made.Payload, nil)
	equal(t, string(made.Raw), `{"type":"new","x":1.0}`)
}
