package a3dav

import (
	"strings"
	"testing"
)

func TestParametersAreWrittenInTheirStyle(t *testing.T) {
	list, object := []string{"a b", "c/d"}, map[string]int{"x": 1, "y": 2}
	for wanted, c := range map[string]struct {
		value any
		as    style
	}{
		"p=a%26b":               {"a&b", style{"form", true}},
		"p=5":                   {int64(5), style{"form", true}},
		"p=true":                {Some(true), style{"form", true}},
		"":                      {Opt[string]{}, style{"form", true}},
		"p=a%20b&p=c%2Fd":       {list, style{"form", true}},
		"p=a%20b,c%2Fd":         {list, style{"form", false}},
		"p=a%20b%20c%2Fd":       {list, style{"spaceDelimited", false}},
		"p=a%20b%7Cc%2Fd":       {list, style{"pipeDelimited", false}},
		"x=1&y=2":               {object, style{"form", true}},
		"p=x,1,y,2":             {object, style{"form", false}},
		"p%5Bx%5D=1&p%5By%5D=2": {object, style{"deepObject", true}},
		"p=9007199254740993":    {int64(9007199254740993), style{"form", true}},
	} {
		r := newRequest("", "GET", "/", safe)
		r.inQuery("p", c.value, c.as)
		equal(t, strings.Join(r.query, "&"), wanted)
	}
}

func TestPathsAreWrittenInTheirStyle(t *testing.T) {
	list, object := []string{"a", "b"}, map[string]int{"x": 1, "y": 2}
	for wanted, c := range map[string]struct {
		value any
		as    style
	}{
		"/a%2Fb%20%7Bp%7D/e": {"a/b {p}", style{"simple", false}},
		"/a,b/e":             {list, style{"simple", false}},
		"/x,1,y,2/e":         {object, style{"simple", false}},
		"/x=1,y=2/e":         {object, style{"simple", true}},
		"/.a.b/e":            {list, style{"label", true}},
		"/.a,b/e":            {list, style{"label", false}},
		"/;p=a;p=b/e":        {list, style{"matrix", true}},
		"/;p=a,b/e":          {list, style{"matrix", false}},
		"/;x=1;y=2/e":        {object, style{"matrix", true}},
	} {
		r := newRequest("", "GET", "/{p}/e", safe)
		r.inPath("p", c.value, c.as)
		equal(t, r.path, wanted)
	}
}

func TestWhatWouldLeadElsewhereIsNoPartOfAPath(t *testing.T) {
	for _, value := range []string{"", ".", ".."} {
		r := newRequest("", "GET", "/a/{p}", safe)
		r.inPath("p", value, style{"simple", false})
		equal(t, r.failed != nil, true)
	}
}
