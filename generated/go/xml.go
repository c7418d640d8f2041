package a3dav

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// XMLName is the name of an element or property: a namespace and a local name.
type XMLName struct{ Space, Local string }

// String is the name as {namespace}local.
func (n XMLName) String() string { return "{" + n.Space + "}" + n.Local }

// readName reads {namespace}local.
func readName(text string) (XMLName, bool) {
	space, local, found := strings.Cut(strings.TrimPrefix(text, "{"), "}")
	return XMLName{space, local}, found && strings.HasPrefix(text, "{") && local != ""
}

// XMLElement is an element with all that is in it.
type XMLElement struct {
	Name       XMLName
	Attributes []XMLAttribute
	Children   []*XMLElement
	// Text is the text between the children, joined.
	Text string
	// before has the text before each child, and that behind the last one.
	before []string
}

// AllText is all text inside, that of children too, in its order.
func (e *XMLElement) AllText() string {
	if len(e.Children) == 0 {
		return e.Text
	}
	var text strings.Builder
	e.gather(&text)
	return text.String()
}

func (e *XMLElement) gather(text *strings.Builder) {
	before := e.before
	if len(before) != len(e.Children)+1 {
		before = append([]string{e.Text}, make([]string, len(e.Children))...)
	}
	text.WriteString(before[0])
	for i, child := range e.Children {
		child.gather(text)
		text.WriteString(before[i+1])
	}
}

// XMLAttribute is an attribute of an element.
type XMLAttribute struct {
	Name  XMLName
	Value string
}

// Element makes an element of a text, children, or neither.
func Element(name XMLName, text string, children ...*XMLElement) *XMLElement {
	return &XMLElement{Name: name, Text: text, Children: children}
}

// Child is the first child of this name, or nil.
func (e *XMLElement) Child(name XMLName) *XMLElement {
	if e == nil {
		return nil
	}
	for _, child := range e.Children {
		if child.Name == name {
			return child
		}
	}
	return nil
}

// deepest is how far elements may be nested.
const deepest = 64

var (
	errDoctype = errors.New("XML with a document type is not read")
	errDeep    = errors.New("XML is nested too deeply")
)

// newXML reads no document type, so there are no entities but the five of XML, and nothing is fetched.
func newXML(content []byte) *xml.Decoder {
	content = bytes.TrimPrefix(content, []byte("\xef\xbb\xbf"))
	return xml.NewDecoder(bytes.NewReader(content))
}

// token gives what matters to a tree of elements.
func token(decoder *xml.Decoder) (xml.Token, error) {
	for {
		found, err := decoder.Token()
		if err != nil {
			return nil, err
		}
		switch found.(type) {
		case xml.StartElement, xml.EndElement, xml.CharData:
			return found, nil
		case xml.Directive:
			return nil, errDoctype
		}
	}
}

// readRoot reads up to the first element, which is left open.
func readRoot(decoder *xml.Decoder) (xml.StartElement, error) {
	for {
		found, err := token(decoder)
		if err == io.EOF {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, is := found.(xml.StartElement); is {
			return start, nil
		}
	}
}

// readXML reads a whole document.
func readXML(content []byte) (*XMLElement, error) {
	decoder := newXML(content)
	start, err := readRoot(decoder)
	if err != nil {
		return nil, err
	}
	return readElement(decoder, start, 1)
}

func readElement(decoder *xml.Decoder, start xml.StartElement, depth int) (*XMLElement, error) {
	if depth > deepest {
		return nil, errDeep
	}
	made := &XMLElement{Name: XMLName(start.Name)}
	for _, attribute := range start.Attr {
		if attribute.Name.Space != "xmlns" && attribute.Name != (xml.Name{Local: "xmlns"}) {
			made.Attributes = append(made.Attributes, XMLAttribute{XMLName(attribute.Name), attribute.Value})
		}
	}
	text := ""
	for {
		found, err := token(decoder)
		if err != nil {
			return nil, err
		}
		switch found := found.(type) {
		case xml.CharData:
			text += string(found)
		case xml.EndElement:
			made.before = append(made.before, text)
			made.Text = strings.Join(made.before, "")
			return made, nil
		case xml.StartElement:
			made.before, text = append(made.before, text), ""
			child, err := readElement(decoder, found, depth+1)
			if err != nil {
				return nil, err
			}
			made.Children = append(made.Children, child)
		}
	}
}

// writeXML writes a document. A text that XML cannot hold is an error, since what is sent is what was meant.
func writeXML(root *XMLElement) ([]byte, error) {
	buffer := bytes.NewBufferString(xml.Header)
	if err := root.write(buffer, ""); err != nil {
		return nil, misused("%v", err)
	}
	return buffer.Bytes(), nil
}

func (e *XMLElement) write(buffer *bytes.Buffer, space string) error {
	if !isXMLName(e.Name.Local) {
		return fmt.Errorf("%q is no name of XML", e.Name.Local)
	}
	buffer.WriteString("<" + e.Name.Local)
	if e.Name.Space != space {
		if err := writeAttribute(buffer, "xmlns", e.Name.Space); err != nil {
			return err
		}
	}
	for i, attribute := range e.Attributes {
		if err := attribute.write(buffer, i); err != nil {
			return err
		}
	}
	buffer.WriteString(">")
	if err := writeText(buffer, e.Text); err != nil {
		return err
	}
	for _, child := range e.Children {
		if err := child.write(buffer, e.Name.Space); err != nil {
			return err
		}
	}
	buffer.WriteString("</" + e.Name.Local + ">")
	return nil
}

func (a XMLAttribute) write(buffer *bytes.Buffer, number int) error {
	if !isXMLName(a.Name.Local) {
		return fmt.Errorf("%q is no name of XML", a.Name.Local)
	}
	switch a.Name.Space {
	case "":
		return writeAttribute(buffer, a.Name.Local, a.Value)
	case "xml", "http://www.w3.org/XML/1998/namespace":
		return writeAttribute(buffer, "xml:"+a.Name.Local, a.Value)
	}
	prefix := fmt.Sprintf("a%d", number)
	if err := writeAttribute(buffer, "xmlns:"+prefix, a.Name.Space); err != nil {
		return err
	}
	return writeAttribute(buffer, prefix+":"+a.Name.Local, a.Value)
}

func writeAttribute(buffer *bytes.Buffer, name, value string) error {
	buffer.WriteString(" " + name + `="`)
	if err := writeText(buffer, value); err != nil {
		return err
	}
	buffer.WriteByte('"')
	return nil
}

func writeText(buffer *bytes.Buffer, text string) error {
	if !utf8.ValidString(text) || strings.ContainsFunc(text, notInXML) {
		return fmt.Errorf("%.40q holds characters that XML cannot", text)
	}
	return xml.EscapeText(buffer, []byte(text))
}

func notInXML(letter rune) bool {
	return letter < ' ' && letter != '\t' && letter != '\n' && letter != '\r' || letter == 0xfffe || letter == 0xffff
}

func isXMLName(name string) bool {
	return name != "" && !strings.ContainsAny(name, "<>&\"'=/?! \t\r\n:;") && !strings.ContainsAny(name[:1], "0123456789-.") &&
		utf8.ValidString(name) && !strings.ContainsFunc(name, notInXML)
}
