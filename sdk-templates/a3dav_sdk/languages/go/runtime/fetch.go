package a3dav

import (
	"context"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// fetch sends a request and reads the answer as JSON; an answer without a body is nothing where that is told.
func fetch[T any](ctx context.Context, c *core, r *request, options []CallOption) (T, error) {
	got, err := c.do(ctx, r, options)
	if err != nil || (r.optional && len(got.body) == 0) {
		var none T
		return none, err
	}
	return read[T](r, got)
}

func read[T any](r *request, got *answer) (T, error) {
	var made T
	if err := decodeJSON(got.body, &made); err != nil {
		return made, undecodable(r, got, err)
	}
	return made, nil
}

func undecodable(r *request, got *answer, err error) *Error {
	return &Error{
		Code: ErrDecode, Header: got.header, Body: got.body[:min(len(got.body), mostOfError)],
		Method: r.method, URL: redacted(got.url), Attempts: got.attempts, RequestID: requestID(got.header), cause: err,
	}
}

// perform sends a request whose answer says nothing but that it was done.
func perform(ctx context.Context, c *core, r *request, options []CallOption) error {
	_, err := c.do(ctx, r, options)
	return err
}

// Text is an answer that is text, as it came.
type Text struct {
	Text        string
	ETag        string
	ContentType string
}

func fetchText(ctx context.Context, c *core, r *request, options []CallOption) (*Text, error) {
	got, err := c.do(ctx, r, options)
	if err != nil || (r.optional && got.status == http.StatusNoContent) {
		return nil, err
	}
	if !utf8.Valid(got.body) {
		return nil, undecodable(r, got, errors.New("the text is not UTF-8"))
	}
	return &Text{string(got.body), got.header.Get("ETag"), got.header.Get("Content-Type")}, nil
}

// Download is the body of an answer, read as it comes. Whoever gets one closes it.
type Download struct {
	Header http.Header
	// Size is -1 when the server did not say.
	Size int64
	body io.ReadCloser
}

// MediaType is the type of the content, without parameters.
func (d *Download) MediaType() string {
	media, _, _ := mime.ParseMediaType(d.Header.Get("Content-Type"))
	return media
}

// ETag is the one of the content, or empty.
func (d *Download) ETag() string { return d.Header.Get("ETag") }

// Read gives what has come. Its error is io.EOF, or an *Error when the body is cut short or comes too slowly.
func (d *Download) Read(target []byte) (int, error) { return d.body.Read(target) }

// Close ends the download, wherever it stands.
func (d *Download) Close() error { return d.body.Close() }

func download(ctx context.Context, c *core, r *request, options []CallOption) (*Download, error) {
	r.open = true
	got, err := c.do(ctx, r, options)
	if err != nil {
		return nil, err
	}
	if r.optional && got.status == http.StatusNoContent {
		got.open.Close()
		return nil, nil
	}
	return &Download{got.header, sizeOf(got.header), got.open}, nil
}

// watched is the open body of an answer: its reader waits for each piece as long as for the first.
type watched struct {
	io.ReadCloser
	watch *watch
	name  func(error) error
}

func (w *watched) Read(target []byte) (int, error) {
	w.watch.again()
	count, err := w.ReadCloser.Read(target)
	w.watch.pause()
	if err != nil && err != io.EOF {
		err = w.name(err)
	}
	return count, err
}

func (w *watched) Close() error {
	w.watch.stop()
	return w.ReadCloser.Close()
}

// opened gives an open body errors that say what they happened to.
func (c *call) opened(watch *watch, hop *hop, r *request, got *answer) {
	watch.pause()
	got.open = &watched{got.open, watch, func(err error) error { return c.failure(watch, hop, r, got.attempts, err) }}
}

func isMedia(header http.Header, wanted string) bool {
	media, _, err := mime.ParseMediaType(header.Get("Content-Type"))
	return (err == nil || errors.Is(err, mime.ErrInvalidMediaParameter)) && strings.EqualFold(media, wanted)
}

func sizeOf(header http.Header) int64 {
	size, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil {
		return -1
	}
	return size
}
