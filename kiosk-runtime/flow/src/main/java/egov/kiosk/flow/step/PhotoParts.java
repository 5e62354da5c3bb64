package egov.kiosk.flow.step;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A photo on its way in parts; nothing of it is left in memory when this is closed. One thread. */
final class PhotoParts implements AutoCloseable {
  private final List<byte[]> parts = new ArrayList<>();
  private byte[] whole = new byte[0];

  /** The next part; belongs to this from now on. */
  void add(byte[] part) {
    parts.add(part);
  }

  /** All parts in one; overwritten by {@link #close}, so whoever keeps it copies it. */
  byte[] whole() {
    Arrays.fill(whole, (byte) 0);
    whole = new byte[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, whole, at, part.length);
      at += part.length;
    }
    return whole;
  }

  @Override
  public void close() {
    parts.forEach(part -> Arrays.fill(part, (byte) 0));
    Arrays.fill(whole, (byte) 0);
  }
}
