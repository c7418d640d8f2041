package a3dav

import (
	"context"
	"iter"
	"net/http"
	"slices"
	"strings"
)

// batch is how many resources one multiget asks for.
const batch = 50

// DAVService is a part of DAV with a kind of collection of its own.
type DAVService string

// The services that have a multiget.
const (
	CalDAV  DAVService = "caldav"
	CardDAV DAVService = "carddav"
)

// Multiget reads members of a calendar or address book, many with each request, in the order of the hrefs. A member
// that is gone comes with status 404.
func (d *DAV) Multiget(
	ctx context.Context, service DAVService, collection string, hrefs []string, options ...CallOption,
) iter.Seq2[*DAVObject, error] {
	return func(yield func(*DAVObject, error) bool) {
		for some := range slices.Chunk(hrefs, batch) {
			found := map[string]*DAVResponse{}
			for response, err := range d.ask(ctx, "REPORT", collection, Depth0, service.multiget(some), options) {
				if err != nil {
					yield(nil, err)
					return
				}
				found[keyOf(response.Href)] = response
			}
			for _, href := range some {
				if !yield(service.object(href, found[keyOf(href)]), nil) {
					return
				}
			}
		}
	}
}

func (s DAVService) data() XMLName {
	if s == CardDAV {
		return carddav("address-data")
	}
	return caldav("calendar-data")
}

func (s DAVService) multiget(hrefs []string) *XMLElement {
	name := caldav("calendar-multiget")
	if s == CardDAV {
		name = carddav("addressbook-multiget")
	}
	root := Element(name, "", wanted([]XMLName{dav("getetag"), s.data()}))
	for _, href := range hrefs {
		root.Children = append(root.Children, Element(dav("href"), href))
	}
	return root
}

func (s DAVService) mediaType() string {
	if s == CardDAV {
		return "text/vcard"
	}
	return "text/calendar"
}

func (s DAVService) object(href string, response *DAVResponse) *DAVObject {
	made := &DAVObject{Href: href, Status: http.StatusNotFound, MediaType: s.mediaType()}
	if response == nil {
		return made
	}
	made.Href = response.Href
	switch data := response.Property(s.data()); {
	case data != nil:
		made.Status, made.Content = http.StatusOK, []byte(data.AllText())
		made.ETag = strings.TrimSpace(response.Text(dav("getetag")))
	case response.Status != 0:
		made.Status = response.Status
	case response.PropertyStatus(s.data()) != 0:
		made.Status = response.PropertyStatus(s.data())
	}
	return made
}
