package egov.kiosk.documents;

import egov.kiosk.documents.ofd.Container;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A document taken apart and put together again. */
public final class Parts {
  private Parts() {}

  public static SortedMap<String, byte[]> of(byte[] document) throws IOException {
    SortedMap<String, byte[]> parts = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  /** The document with one part put in the place of what was there. */
  public static byte[] with(byte[] document, String name, byte[] content) throws IOException {
    SortedMap<String, byte[]> parts = of(document);
    parts.put(name, content);
    return Container.pack(parts);
  }

  public static byte[] with(byte[] document, String name, String content) throws IOException {
    return with(document, name, content.getBytes(StandardCharsets.UTF_8));
  }

  public static String text(byte[] document, String name) throws IOException {
    return new String(of(document).get(name), StandardCharsets.UTF_8);
  }

  /** Packed by another program: deflated. */
  public static byte[] deflated(Map<String, byte[]> parts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
