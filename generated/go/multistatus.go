package a3dav

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

func dav(local string) XMLName     { return XMLName{"DAV:", local} }
func caldav(local string) XMLName  { return XMLName{"urn:ietf:params:xml:ns:caldav", local} }
func carddav(local string) XMLName { return XMLName{"urn:ietf:params:xml:ns:carddav", local} }

// DAVResponse is what a multistatus says of one resource.
type DAVResponse struct {
	// Href is the path of the resource, encoded as the server wrote it.
	Href string
	// Status is the one of the resource as a whole, or 0 when there are only those of its properties.
	Status     int
	Properties []DAVProperty
	Conditions []Condition
	// Description is a sentence for people.
	Description string
}

// DAVProperty is a property with a status of its own: 200, or why it has no value.
type DAVProperty struct {
	*XMLElement
	Status int
}

// Property is the property that the server gave a value, or nil.
func (r *DAVResponse) Property(name XMLName) *XMLElement {
	for _, property := range r.Properties {
		if property.Name == name && property.Status == 200 {
			return property.XMLElement
		}
	}
	return nil
}

// Text is all text in a property, or empty when it has no value.
func (r *DAVResponse) Text(name XMLName) string {
	if found := r.Property(name); found != nil {
		return found.AllText()
	}
	return ""
}

// PropertyStatus is the status of a property, or 0 when the answer does not speak of it.
func (r *DAVResponse) PropertyStatus(name XMLName) int {
	for _, property := range r.Properties {
		if property.Name == name {
			return property.Status
		}
	}
	return 0
}

// multistatus is the body of an answer, read a response at a time.
type multistatus struct {
	decoder *xml.Decoder
	from    *url.URL
	waiting []*DAVResponse
	// token is the DAV:sync-token, known when all responses are read.
	token string
}

func newMultistatus(got *answer) (*multistatus, error) {
	if got.status != http.StatusMultiStatus {
		return nil, fmt.Errorf("the status is %d and not that of a multistatus", got.status)
	}
	decoder := newXML(got.body)
	root, err := readRoot(decoder)
	if err != nil {
		return nil, err
	}
	if XMLName(root.Name) != dav("multistatus") {
		return nil, fmt.Errorf("the answer is %v and no multistatus", XMLName(root.Name))
	}
	return &multistatus{decoder: decoder, from: got.url}, nil
}

func (m *multistatus) responses() iter.Seq2[*DAVResponse, error] {
	return func(yield func(*DAVResponse, error) bool) {
		for {
			found, err := m.next()
			if err == io.EOF {
				return
			}
			if !yield(found, err) || err != nil {
				return
			}
		}
	}
}

func (m *multistatus) next() (*DAVResponse, error) {
	for {
		if len(m.waiting) > 0 {
			first := m.waiting[0]
			m.waiting = m.waiting[1:]
			return first, nil
		}
		found, err := token(m.decoder)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch found := found.(type) {
		case xml.EndElement:
			return nil, io.EOF
		case xml.StartElement:
			element, err := readElement(m.decoder, found, 2)
			if err != nil {
				return nil, err
			}
			switch element.Name {
			case dav("response"):
				if m.waiting, err = m.responsesIn(element); err != nil {
					return nil, err
				}
			case dav("sync-token"):
				m.token = strings.TrimSpace(element.Text)
			}
		}
	}
}

// responsesIn gives one for each href, of which a response without properties may have several. Hrefs of other servers are left out.
func (m *multistatus) responsesIn(element *XMLElement) ([]*DAVResponse, error) {
	var made DAVResponse
	var hrefs []string
	for _, child := range element.Children {
		var err error
		switch child.Name {
		case dav("href"):
			if path, is := pathOf(m.from, child.Text); is {
				hrefs = append(hrefs, path)
			}
		case dav("status"):
			made.Status, err = statusIn(child.Text)
		case dav("propstat"):
			err = made.propstat(child)
		case dav("error"):
			made.Conditions = conditionsIn(child)
		case dav("responsedescription"):
			made.Description = child.Text
		}
		if err != nil {
			return nil, err
		}
	}
	all := make([]*DAVResponse, len(hrefs))
	for i, href := range hrefs {
		own := made
		own.Href = href
		all[i] = &own
	}
	return all, nil
}

func (r *DAVResponse) propstat(element *XMLElement) error {
	found := element.Child(dav("status"))
	if found == nil {
		return errors.New("a propstat without DAV:status")
	}
	status, err := statusIn(found.Text)
	if prop := element.Child(dav("prop")); prop != nil {
		for _, property := range prop.Children {
			r.Properties = append(r.Properties, DAVProperty{property, status})
		}
	}
	r.Conditions = append(r.Conditions, conditionsIn(element.Child(dav("error")))...)
	return err
}

// statusIn reads `HTTP/1.1 200 OK`.
func statusIn(line string) (int, error) {
	words := strings.Fields(line)
	if len(words) >= 2 && strings.HasPrefix(words[0], "HTTP/") {
		if status, err := strconv.Atoi(words[1]); err == nil && status >= 100 && status <= 599 {
			return status, nil
		}
	}
	return 0, fmt.Errorf("%.40q is no status line", line)
}

func conditionsIn(element *XMLElement) []Condition {
	if element == nil {
		return nil
	}
	var found []Condition
	for _, child := range element.Children {
		found = append(found, Condition(child.Name))
	}
	return found
}

// readConditions reads a DAV:error; any other text names none.
func readConditions(content []byte) []Condition {
	root, err := readXML(content)
	if err != nil || root.Name != dav("error") {
		return nil
	}
	return conditionsIn(root)
}

// pathOf resolves an href against where it was read. A client asks no other server than its own.
func pathOf(from *url.URL, href string) (string, bool) {
	target, err := from.Parse(strings.TrimSpace(href))
	if err != nil || !sameOrigin(target, from) {
		return "", false
	}
	return target.EscapedPath(), true
}

// keyOf is what two spellings of an href have in common.
func keyOf(href string) string {
	if target, err := url.Parse(href); err == nil {
		href = target.EscapedPath()
	}
	segments := strings.Split(strings.TrimRight(href, "/"), "/")
	for i, segment := range segments {
		if plain, err := url.PathUnescape(segment); err == nil {
			segments[i] = strings.ReplaceAll(plain, "/", "%2F")
		}
	}
	return strings.Join(segments, "/")
}
