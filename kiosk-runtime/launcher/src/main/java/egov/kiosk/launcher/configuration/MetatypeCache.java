package egov.kiosk.launcher.configuration;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What {@link MetatypeReader} found in the same bundles at an earlier start. Opening every bundle
 * for it costs a sixth of a start. A file that is missing, of other bundles, or damaged is made
 * anew; one that cannot be written is done without.
 */
final class MetatypeCache {
  /** Of this form of the file; another form is read as damaged. */
  private static final int FORM = 0x4B4D_0001;

  private final Path file;

  MetatypeCache(Path file) {
    this.file = file;
  }

  /**
   * What can be configured.
   *
   * @return attributes by id, by component pid
   * @throws IOException when a bundle cannot be read
   */
  Map<String, Map<String, Attribute>> read(List<Path> bundles) throws IOException {
    byte[] stamp = BundleStamp.of(bundles).getBytes(StandardCharsets.UTF_8);
    try (DataInputStream in = whole()) {
      if (in.readInt() == FORM && Arrays.equals(stamp, in.readNBytes(in.readInt()))) {
        return readComponents(in);
      }
    } catch (IOException | IllegalArgumentException e) {
      // Nothing was lost: the bundles say it again.
    }
    Map<String, Map<String, Attribute>> found = MetatypeReader.read(bundles);
    keep(stamp, found);
    return found;
  }

  /** The content, once its check value fits. */
  private DataInputStream whole() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    CRC32 check = new CRC32();
    check.update(bytes, Math.min(Long.BYTES, bytes.length), Math.max(0, bytes.length - Long.BYTES));
    if (in.readLong() != check.getValue()) {
      throw new IOException("damaged");
    }
    return in;
  }

  private static Map<String, Map<String, Attribute>> readComponents(DataInputStream in)
      throws IOException {
    Map<String, Map<String, Attribute>> components = new LinkedHashMap<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      String pid = in.readUTF();
      Map<String, Attribute> attributes = new LinkedHashMap<>();
      for (int more = in.readUnsignedShort(); more > 0; more--) {
        Attribute attribute =
            new Attribute(
                in.readUTF(),
                in.readUTF(),
                in.readBoolean(),
                readMaybe(in),
                readMaybe(in),
                readList(in),
                in.readBoolean());
        attributes.put(attribute.id(), attribute);
      }
      components.put(pid, attributes);
    }
    return components;
  }

  private static Optional<String> readMaybe(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(in.readUTF()) : Optional.empty();
  }

  private static List<String> readList(DataInputStream in) throws IOException {
    List<String> list = new ArrayList<>();
    for (int left = in.readUnsignedShort(); left > 0; left--) {
      list.add(in.readUTF());
    }
    return List.copyOf(list);
  }

  private void keep(byte[] stamp, Map<String, Map<String, Attribute>> components) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "metatype", ".new");
      Files.write(fresh, content(stamp, components));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // The next start reads the bundles again, and is only slower.
    }
  }

  private static byte[] content(byte[] stamp, Map<String, Map<String, Attribute>> components)
      throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(body);
    out.writeInt(FORM);
    out.writeInt(stamp.length);
    out.write(stamp);
    out.writeShort(components.size());
    for (Map.Entry<String, Map<String, Attribute>> component : components.entrySet()) {
      out.writeUTF(component.getKey());
      out.writeShort(component.getValue().size());
      for (Attribute attribute : component.getValue().values()) {
        write(out, attribute);
      }
    }
    CRC32 check = new CRC32();
    check.update(body.toByteArray());
    return ByteBuffer.allocate(Long.BYTES + body.size())
        .putLong(check.getValue())
        .put(body.toByteArray())
        .array();
  }

  private static void write(DataOutputStream out, Attribute attribute) throws IOException {
    out.writeUTF(attribute.id());
    out.writeUTF(attribute.type());
    out.writeBoolean(attribute.several());
    writeMaybe(out, attribute.min());
    writeMaybe(out, attribute.max());
    out.writeShort(attribute.options().size());
    for (String option : attribute.options()) {
      out.writeUTF(option);
    }
    out.writeBoolean(attribute.required());
  }

  private static void writeMaybe(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      out.writeUTF(text.get());
    }
  }
}
