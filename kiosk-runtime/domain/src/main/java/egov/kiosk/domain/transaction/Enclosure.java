package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * Something that goes with a transaction and is too large for it (附件): named in the signed
 * transaction by its digest, sent beside it.
 *
 * @param name what it is, the attachment's name: 1 to 64 lower-case letters, digits and hyphens
 * @param mediaType e.g. {@code image/jpeg}
 * @param bytes its length, at least 1
 * @param sm3 SM3 of its bytes, 64 hexadecimal digits in lower case
 */
public record Enclosure(String name, String mediaType, long bytes, String sm3) {
  public Enclosure {
    Objects.requireNonNull(name, "name");
    if (!name.matches("[a-z0-9-]{1,64}") || !mediaType.matches("[a-z0-9.+/-]{3,64}")) {
      throw new IllegalArgumentException("an enclosure has a short name and a media type");
    }
    if (bytes < 1 || !sm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("an enclosure has a length and an SM3 digest");
    }
  }
}
