package egov.kiosk.documents.verify;

import java.util.List;
import java.util.Map;

/**
 * An element of OFD's namespace.
 *
 * @param name its local name
 * @param attributes by local name
 * @param children in order
 * @param text what stands in it, without its children's, blanks at the ends cut off
 */
record Element(String name, Map<String, String> attributes, List<Element> children, String text) {

  /** The children of that name. */
  List<Element> all(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).toList();
  }

  /** The one child of that name. */
  Element one(String wanted) throws Refusal {
    List<Element> found = all(wanted);
    if (found.size() != 1) {
      throw Refusal.unsupported("the document has none or several of " + wanted);
    }
    return found.get(0);
  }

  /** An attribute that must be there. */
  String attribute(String wanted) throws Refusal {
    String value = attributes.get(wanted);
    if (value == null) {
      throw Refusal.unsupported("the document lacks " + wanted);
    }
    return value;
  }
}
