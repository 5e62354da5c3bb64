package egov.kiosk.fieldwork.store;

import egov.kiosk.domain.field.FieldException;
import egov.kiosk.domain.field.FieldException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Named texts, as they are kept: a version byte, how many, then each name and text as its length
 * and UTF-8 bytes. A name may have a group before its first slash. Mutable; for one thread.
 */
public final class Fields {
  private static final int VERSION = 1;
  private static final int MOST = 10_000;
  private static final int LONGEST = 1 << 20;

  private final Map<String, String> texts = new TreeMap<>();

  /** Puts a text; an empty {@code Optional} puts nothing. */
  public Fields put(String name, Optional<?> value) {
    value.ifPresent(text -> texts.put(name, text.toString()));
    return this;
  }

  /** Puts a text. */
  public Fields put(String name, Object value) {
    texts.put(name, value.toString());
    return this;
  }

  /** Puts many under a group. */
  public Fields group(String group, Map<String, String> members) {
    members.forEach((name, text) -> texts.put(group + "/" + name, text));
    return this;
  }

  /** The members of a group, by what follows its slash. */
  public Map<String, String> group(String group) {
    Map<String, String> members = new LinkedHashMap<>();
    texts.forEach(
        (name, text) -> {
          if (name.startsWith(group + "/")) {
            members.put(name.substring(group.length() + 1), text);
          }
        });
    return members;
  }

  /** Every text by its name, in order of the names. */
  public Map<String, String> all() {
    return new TreeMap<>(texts);
  }

  /** A text that must be there. */
  public String text(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  /** A text that may be there. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(texts.get(name));
  }

  /** The bytes; equal fields give equal bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(texts.size());
      for (Map.Entry<String, String> one : texts.entrySet()) {
        write(out, one.getKey());
        write(out, one.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  /**
   * Reads what {@link #bytes} made and makes something of it.
   *
   * @throws FieldException {@code DAMAGED} when they are something else
   */
  public static <T> T read(byte[] bytes, Function<Fields, T> maker) throws FieldException {
    try {
      return maker.apply(parse(bytes));
    } catch (IOException | IllegalArgumentException | java.time.DateTimeException e) {
      // What was wrong may have been personal: only that it was.
      throw new FieldException(Reason.DAMAGED, "field work: something kept cannot be read");
    }
  }

  static Fields parse(byte[] bytes) throws IOException {
    Fields fields = new Fields();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      int version = in.readByte();
      int count = in.readInt();
      if (version != VERSION || count < 0 || count > MOST) {
        throw new IOException("not of this version");
      }
      for (int i = 0; i < count; i++) {
        String name = text(in);
        if (fields.texts.put(name, text(in)) != null) {
          throw new IOException("twice the same name");
        }
      }
      if (in.read() >= 0) {
        throw new IOException("more than it says");
      }
    }
    return fields;
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST || length > in.available()) {
      throw new IOException("longer than it is");
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }
}
