package org.a3dav.client;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An element of XML with all that is in it.
 *
 * @param name its name
 * @param attributes by their names
 * @param nodes texts and elements in their order
 */
public record DavElement(DavName name, Map<DavName, String> attributes, List<DavElement.Node> nodes) {
    /** What stands in an element. */
    public sealed interface Node {}

    /**
     * Text.
     *
     * @param text as it was
     */
    public record Characters(String text) implements Node {}

    /**
     * An element.
     *
     * @param element the element
     */
    public record Child(DavElement element) implements Node {}

    public DavElement {
        attributes = Map.copyOf(attributes);
        nodes = List.copyOf(nodes);
    }

    /** An empty element, or one with text. */
    public static DavElement of(DavName name, String text) {
        return new DavElement(name, Map.of(), text.isEmpty() ? List.of() : List.of(new Characters(text)));
    }

    public static DavElement of(DavName name, DavElement... children) {
        return of(name, List.of(children));
    }

    public static DavElement of(DavName name, List<DavElement> children) {
        return new DavElement(name, Map.of(), children.stream().<Node>map(Child::new).toList());
    }

    public List<DavElement> children() {
        return nodes.stream().filter(Child.class::isInstance).map(node -> ((Child) node).element()).toList();
    }

    /** The first child with this name. */
    public Optional<DavElement> child(DavName wanted) {
        return children().stream().filter(one -> one.name().equals(wanted)).findFirst();
    }

    /** All text inside, that of children too. */
    public String text() {
        return nodes.stream()
            .map(node -> node instanceof Child child ? child.element().text() : ((Characters) node).text())
            .collect(Collectors.joining());
    }
}
