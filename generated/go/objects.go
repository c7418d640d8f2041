package a3dav

import (
	"context"
	"errors"
	"net/http"
)

// DAVObject is a resource with its content.
type DAVObject struct {
	Href      string
	ETag      string
	MediaType string
	Content   []byte
	// Status is 200, or why there is no content.
	Status int
}

// Precondition is what must be so for a write to be done.
type Precondition struct{ header, value string }

// IfMatch wants the resource to be the one with this ETag.
func IfMatch(etag string) Precondition { return Precondition{"If-Match", etag} }

// IfAbsent wants that there is no such resource yet.
func IfAbsent() Precondition { return Precondition{"If-None-Match", "*"} }

// Anyway wants nothing.
func Anyway() Precondition { return Precondition{} }

func (p Precondition) set(header http.Header) {
	if p.header != "" {
		header.Set(p.header, p.value)
	}
}

// Get reads a resource.
func (d *DAV) Get(ctx context.Context, href string, options ...CallOption) (*DAVObject, error) {
	r, err := d.request(http.MethodGet, href)
	if err != nil {
		return nil, err
	}
	got, err := d.core.do(ctx, r, options)
	if err != nil {
		return nil, err
	}
	return &DAVObject{r.target.EscapedPath(), got.header.Get("ETag"), got.header.Get("Content-Type"), got.body, got.status}, nil
}

// Open reads a resource as it comes.
func (d *DAV) Open(ctx context.Context, href string, options ...CallOption) (*Download, error) {
	r, err := d.request(http.MethodGet, href)
	if err != nil {
		return nil, err
	}
	return download(ctx, d.core, r, options)
}

// Put writes a resource and returns its ETag, or an empty one when the server does not keep the bytes as they are.
func (d *DAV) Put(
	ctx context.Context, href string, upload Upload, precondition Precondition, options ...CallOption,
) (etag string, err error) {
	r, err := d.request(http.MethodPut, href)
	if err != nil {
		return "", err
	}
	if upload.Reader == nil {
		return "", misused("the upload to %s has no Reader", href)
	}
	r.setUpload(upload, "application/octet-stream")
	precondition.set(r.header)
	got, err := d.core.do(ctx, r, options)
	if err != nil {
		return "", err
	}
	return got.header.Get("ETag"), nil
}

// Delete removes a resource with all that is in it.
func (d *DAV) Delete(ctx context.Context, href string, precondition Precondition, options ...CallOption) error {
	r, err := d.request(http.MethodDelete, href)
	if err != nil {
		return err
	}
	precondition.set(r.header)
	return perform(ctx, d.core, r, options)
}

// tries is how often UpdateWith begins anew when somebody else was faster.
const tries = 5

// UpdateWith reads a resource, has it changed, and writes it if it is still what was read; if it is not, it begins
// anew. The function may be called several times; it returns the whole new content, or nil to leave it as it is.
func (d *DAV) UpdateWith(
	ctx context.Context, href string, change func(*DAVObject) ([]byte, error), options ...CallOption,
) (etag string, err error) {
	for try := 1; ; try++ {
		found, err := d.Get(ctx, href, options...)
		if err != nil {
			return "", err
		}
		if found.ETag == "" {
			return "", &Error{Code: ErrDecode, Reason: "the server gives no ETag, so nothing can be changed safely", Attempts: 1}
		}
		content, err := change(found)
		if err != nil || content == nil {
			return found.ETag, err
		}
		etag, err := d.Put(ctx, href, UploadBytes(content, found.MediaType), IfMatch(found.ETag), options...)
		if !errors.Is(err, ErrPreconditionFailed) || try == tries {
			return etag, err
		}
	}
}
