package egov.kiosk.documents.ofd;

import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.documents.page.Layout;
import egov.kiosk.documents.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The entries of an OFD document (GB/T 33190-2016 clause 6) before it is sealed. Fonts are
 * referenced by name, not embedded: every system that reads OFD has a font of that name or one for
 * it.
 */
public final class OfdEntries {
  /** The list of seals. */
  public static final String SIGNATURES = "Doc_0/Signs/Signatures.xml";

  private static final String ROOT = "OFD.xml";
  private static final String DOCUMENT = "Doc_0/Document.xml";
  private static final String RESOURCES = "Doc_0/PublicRes.xml";

  /** 黑体: even strokes for weak eyes, and a width that does not depend on the character. */
  private static final String FONT = "SimHei";

  private static final String FONT_FAMILY = "黑体";
  private static final int DOCUMENT_ID_BYTES = 16;

  private final SortedMap<String, byte[]> entries = new TreeMap<>();
  private final List<String> pageIds = new ArrayList<>();
  private final RareGlyphs rare;
  private int lastId;

  private OfdEntries(RareGlyphs rare) {
    this.rare = rare;
  }

  /**
   * What a document consists of.
   *
   * @param entries bytes by name
   * @param pageIds the id of each page, for seals to refer to
   */
  public record Unsealed(SortedMap<String, byte[]> entries, List<String> pageIds) {
    public Unsealed {
      entries = new TreeMap<>(entries);
      pageIds = List.copyOf(pageIds);
    }
  }

  /**
   * Writes a document.
   *
   * @param rare draws what ordinary fonts lack
   * @param sealed whether it will have a list of seals at {@link #SIGNATURES}
   */
  public static Unsealed of(Layout layout, RareGlyphs rare, boolean sealed) {
    OfdEntries writer = new OfdEntries(rare);
    writer.write(layout, sealed);
    return new Unsealed(writer.entries, writer.pageIds);
  }

  private void write(Layout layout, boolean sealed) {
    Supplier<String> ids = () -> String.valueOf(++lastId);
    String font = ids.get();
    for (Page page : layout.pages()) {
      int index = pageIds.size();
      pageIds.add(ids.get());
      entries.put(place(index), PageContent.of(page, ids, font, rare));
    }
    entries.put(RESOURCES, resources(font));
    entries.put(DOCUMENT, document(layout));
    entries.put(ROOT, root(layout, sealed));
  }

  private static String place(int page) {
    return "Doc_0/Pages/Page_" + page + "/Content.xml";
  }

  private static byte[] resources(String font) {
    return Xml.root("Res", "BaseLoc", "Res")
        .open("Fonts")
        .empty("Font", "ID", font, "FontName", FONT, "FamilyName", FONT_FAMILY)
        .bytes();
  }

  private byte[] document(Layout layout) {
    Page first = layout.pages().get(0);
    Xml xml = Xml.root("Document").open("CommonData");
    xml.leaf("MaxUnitID", String.valueOf(lastId));
    xml.open("PageArea")
        .leaf("PhysicalBox", Millimetres.of(0, 0, first.width(), first.height()))
        .close();
    xml.leaf("PublicRes", "PublicRes.xml").close().open("Pages");
    for (int i = 0; i < pageIds.size(); i++) {
      xml.empty("Page", "ID", pageIds.get(i), "BaseLoc", "Pages/Page_" + i + "/Content.xml");
    }
    return xml.bytes();
  }

  private byte[] root(Layout layout, boolean sealed) {
    Xml xml = Xml.root("OFD", "Version", "1.0", "DocType", "OFD").open("DocBody");
    xml.open("DocInfo")
        .leaf("DocID", documentId())
        .leaf("Title", layout.title())
        .leaf("CreationDate", layout.created().toString())
        .close();
    xml.leaf("DocRoot", DOCUMENT);
    if (sealed) {
      xml.leaf("Signatures", SIGNATURES);
    }
    return xml.bytes();
  }

  /** From what the document says, so that equal documents are equal. */
  private String documentId() {
    byte[][] parts =
        entries.entrySet().stream()
            .flatMap(
                entry ->
                    List.of(entry.getKey().getBytes(StandardCharsets.UTF_8), entry.getValue())
                        .stream())
            .toArray(byte[][]::new);
    return HexFormat.of().formatHex(Arrays.copyOf(Sm3.digest(parts), DOCUMENT_ID_BYTES));
  }
}
