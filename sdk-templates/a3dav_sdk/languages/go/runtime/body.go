package a3dav

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// Upload is a body that is sent as it is read. A Reader that is an io.Seeker can be sent again; another one is
// sent once, and a failure behind its first byte is final.
type Upload struct {
	Reader io.Reader
	// Size is sent as Content-Length; 0 means that it is not known, unless the Reader is one of bytes in memory.
	Size int64
	// MediaType is what the operation says when empty.
	MediaType string
}

// UploadBytes is an upload of bytes in memory.
func UploadBytes(content []byte, mediaType string) Upload {
	return Upload{bytes.NewReader(content), int64(len(content)), mediaType}
}

// body is what a request carries, and whether it can be carried again.
type body struct {
	content []byte
	upload  *Upload
	start   int64
	begun   bool
}

func (r *request) setBody(content []byte, media string) {
	if media == "*/*" {
		media = "application/octet-stream"
	}
	r.body = body{content: content}
	r.header.Set("Content-Type", media)
}

// setJSON sends a model, or any other value of JSON; of what may be absent, nothing.
func (r *request) setJSON(value any, media string) {
	value, there := given(value)
	if !there || isNil(value) {
		return
	}
	content, err := encodeJSON(value)
	if err != nil {
		r.fail(fmt.Errorf("body: %w", err))
	}
	if media == "*/*" {
		media = "application/json"
	}
	r.setBody(content, media)
}

func (r *request) setText(value any, media string) {
	if text, there := given(value); there {
		r.setBody([]byte(text.(string)), media)
	}
}

func (r *request) setUpload(upload Upload, media string) {
	if upload.Reader == nil {
		return
	}
	if upload.MediaType == "" {
		upload.MediaType = media
	}
	if upload.MediaType == "*/*" {
		upload.MediaType = "application/octet-stream"
	}
	r.header.Set("Content-Type", upload.MediaType)
	r.body = body{upload: &upload}
	if seeker, can := upload.Reader.(io.Seeker); can {
		r.body.start, _ = seeker.Seek(0, io.SeekCurrent)
	}
}

var errSpent = errors.New("the body was read already and cannot be read again")

// attach gives a body to an attempt.
func (b *body) attach(sent *http.Request) error {
	if b.upload == nil {
		b.attachBytes(sent)
		return nil
	}
	if err := b.rewind(); err != nil {
		return err
	}
	b.begun = true
	sent.Body = io.NopCloser(b.upload.Reader)
	sent.ContentLength = b.upload.Size
	if sized, is := b.upload.Reader.(interface{ Len() int }); is && b.upload.Size == 0 {
		sent.ContentLength = int64(sized.Len())
	}
	if sent.ContentLength == 0 {
		sent.ContentLength = -1
	}
	return nil
}

// attachBytes lets net/http have the bytes again only for what it sends again when nothing of it was written.
func (b *body) attachBytes(sent *http.Request) {
	if b.content == nil {
		return
	}
	sent.ContentLength = int64(len(b.content))
	sent.Body = io.NopCloser(bytes.NewReader(b.content))
	if len(b.content) == 0 {
		sent.Body = http.NoBody
	}
	sent.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.content)), nil }
}

func (b *body) rewind() error {
	if !b.begun {
		return nil
	}
	seeker, can := b.upload.Reader.(io.Seeker)
	if !can {
		return errSpent
	}
	_, err := seeker.Seek(b.start, io.SeekStart)
	return err
}

// again tells whether another attempt could carry it.
func (b *body) again() bool {
	if b.upload == nil || !b.begun {
		return true
	}
	_, can := b.upload.Reader.(io.Seeker)
	return can
}
