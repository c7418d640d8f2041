package a3dav

import (
	"context"
	"iter"
	"net/url"
	"strings"
)

// DAV speaks WebDAV, CalDAV and CardDAV. Resources are named by their hrefs: paths as the server writes them.
type DAV struct{ core *core }

// Depth is how far below a resource a request goes.
type Depth string

// The depths of RFC 4918.
const (
	Depth0        Depth = "0"
	Depth1        Depth = "1"
	DepthInfinity Depth = "infinity"
)

const xmlType = "application/xml; charset=utf-8"

// request addresses a resource of this server; href is a path, or an address of the same origin.
func (d *DAV) request(method, href string) (*request, error) {
	target, err := d.address(href)
	if err != nil {
		return nil, err
	}
	r := newRequest("dav."+method, method, "", classes[method]).accept("*/*")
	r.target = target
	return r, nil
}

// address puts the prefix of the base before a path, unless it has it: hrefs of answers begin at the origin.
func (d *DAV) address(href string) (*url.URL, error) {
	base := d.core.settings.base
	target, err := url.Parse(href)
	if err != nil {
		return nil, misused("%q is no href: %v", href, err)
	}
	if target.Host == "" && !strings.HasPrefix(target.EscapedPath(), base.EscapedPath()) {
		target, err = url.Parse(strings.TrimSuffix(base.EscapedPath(), "/") + "/" + strings.TrimPrefix(href, "/"))
	}
	if err != nil {
		return nil, misused("%q is no href: %v", href, err)
	}
	target = base.ResolveReference(target)
	if !sameOrigin(target, base) {
		return nil, misused("%s is of another origin than the client", redacted(target))
	}
	target.User, target.Fragment = nil, ""
	return target, nil
}

func (d *DAV) requestXML(method, href string, root *XMLElement) (*request, error) {
	r, err := d.request(method, href)
	if err != nil || root == nil {
		return r, err
	}
	content, err := writeXML(root)
	if err != nil {
		return nil, err
	}
	r.setBody(content, xmlType)
	return r.accept("application/xml"), nil
}

// Propfind asks for properties, or for all that the server gives unasked when none is named.
func (d *DAV) Propfind(
	ctx context.Context, href string, depth Depth, properties []XMLName, options ...CallOption,
) iter.Seq2[*DAVResponse, error] {
	inner := Element(dav("allprop"), "")
	if len(properties) > 0 {
		inner = wanted(properties)
	}
	return d.ask(ctx, "PROPFIND", href, depth, Element(dav("propfind"), "", inner), options)
}

// PropertyNames asks which properties there are.
func (d *DAV) PropertyNames(
	ctx context.Context, href string, depth Depth, options ...CallOption,
) iter.Seq2[*DAVResponse, error] {
	return d.ask(ctx, "PROPFIND", href, depth, Element(dav("propfind"), "", Element(dav("propname"), "")), options)
}

// Report sends a report of your own, whose answer is a multistatus.
func (d *DAV) Report(
	ctx context.Context, href string, depth Depth, report *XMLElement, options ...CallOption,
) iter.Seq2[*DAVResponse, error] {
	return d.ask(ctx, "REPORT", href, depth, report, options)
}

func wanted(properties []XMLName) *XMLElement {
	prop := Element(dav("prop"), "")
	for _, name := range properties {
		prop.Children = append(prop.Children, Element(name, ""))
	}
	return prop
}

func (d *DAV) ask(
	ctx context.Context, method, href string, depth Depth, root *XMLElement, options []CallOption,
) iter.Seq2[*DAVResponse, error] {
	return func(yield func(*DAVResponse, error) bool) {
		read, name, err := d.open(ctx, method, href, depth, root, options)
		if err != nil {
			yield(nil, err)
			return
		}
		for response, err := range read.responses() {
			if err != nil {
				err = name(err)
			}
			if !yield(response, err) {
				return
			}
		}
	}
}

// open sends a request and begins to read its multistatus; the function names errors of what is read.
func (d *DAV) open(
	ctx context.Context, method, href string, depth Depth, root *XMLElement, options []CallOption,
) (*multistatus, func(error) error, error) {
	r, err := d.requestXML(method, href, root)
	if err != nil {
		return nil, nil, err
	}
	if depth != "" {
		r.header.Set("Depth", string(depth))
	}
	got, err := d.core.do(ctx, r, options)
	if err != nil {
		return nil, nil, err
	}
	name := func(err error) error { return undecodable(r, got, err) }
	read, err := newMultistatus(got)
	if err != nil {
		return nil, nil, name(err)
	}
	return read, name, nil
}

// first is the answer about the one resource that was asked about.
func first(responses iter.Seq2[*DAVResponse, error]) (*DAVResponse, error) {
	for response, err := range responses {
		return response, err
	}
	return nil, &Error{Code: ErrDecode, Reason: "the multistatus is empty"}
}

// Proppatch sets properties and removes others. The server does all or nothing; the answer says of each property how it went.
func (d *DAV) Proppatch(
	ctx context.Context, href string, set []*XMLElement, remove []XMLName, options ...CallOption,
) (*DAVResponse, error) {
	update := Element(dav("propertyupdate"), "")
	if len(set) > 0 {
		update.Children = append(update.Children, Element(dav("set"), "", Element(dav("prop"), "", set...)))
	}
	if len(remove) > 0 {
		update.Children = append(update.Children, Element(dav("remove"), "", wanted(remove)))
	}
	return first(d.ask(ctx, "PROPPATCH", href, "", update, options))
}

// Mkcalendar makes a calendar with these properties.
func (d *DAV) Mkcalendar(ctx context.Context, href string, properties []*XMLElement, options ...CallOption) error {
	return d.make(ctx, "MKCALENDAR", href, caldav("mkcalendar"), properties, options)
}

// Mkcol makes a collection with these properties (RFC 5689): DAV:resourcetype says of which kind. Without any it is a folder.
func (d *DAV) Mkcol(ctx context.Context, href string, properties []*XMLElement, options ...CallOption) error {
	return d.make(ctx, "MKCOL", href, dav("mkcol"), properties, options)
}

func (d *DAV) make(
	ctx context.Context, method, href string, root XMLName, properties []*XMLElement, options []CallOption,
) error {
	var body *XMLElement
	if len(properties) > 0 {
		body = Element(root, "", Element(dav("set"), "", Element(dav("prop"), "", properties...)))
	}
	r, err := d.requestXML(method, href, body)
	if err != nil {
		return err
	}
	return perform(ctx, d.core, r, options)
}

// Move gives a resource another href; with overwrite it takes the place of what is there.
func (d *DAV) Move(ctx context.Context, href, destination string, overwrite bool, options ...CallOption) error {
	return d.send(ctx, "MOVE", href, destination, overwrite, options)
}

// Copy makes a resource like this one at another href.
func (d *DAV) Copy(ctx context.Context, href, destination string, overwrite bool, options ...CallOption) error {
	return d.send(ctx, "COPY", href, destination, overwrite, options)
}

func (d *DAV) send(
	ctx context.Context, method, href, destination string, overwrite bool, options []CallOption,
) error {
	r, err := d.request(method, href)
	if err != nil {
		return err
	}
	there, err := d.request(method, destination)
	if err != nil {
		return err
	}
	r.header.Set("Destination", there.target.String())
	r.header.Set("Overwrite", map[bool]string{true: "T", false: "F"}[overwrite])
	return perform(ctx, d.core, r, options)
}
