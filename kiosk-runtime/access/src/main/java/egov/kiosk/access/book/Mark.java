package egov.kiosk.access.book;

import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far the book has come, kept beside the secret and away from the book: so that an older book
 * that somebody puts back, to have fewer wrong PINs counted, is told from the one in use.
 */
final class Mark {
  private static final Pattern TEXT =
      Pattern.compile("egov.kiosk access mark 1\n([1-9][0-9]{0,17}) ([0-9a-f]{64})\n");
  private static final int LARGEST = 256;

  private final Path file;
  private final byte[] key;

  Mark(Path file, Secret secret) {
    this.file = file;
    this.key = secret.derive("egov.kiosk access mark 1");
  }

  static boolean exists(Path file) {
    return Files.exists(file);
  }

  /** The revision it speaks of; empty when there is none, or it is damaged. */
  OptionalLong read() throws IOException {
    if (!Files.exists(file) || Files.size(file) > LARGEST) {
      return OptionalLong.empty();
    }
    Matcher text = TEXT.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    if (!text.matches()
        || !MessageDigest.isEqual(tag(text.group(1)), HexFormat.of().parseHex(text.group(2)))) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(text.group(1)));
  }

  void write(long revision) throws IOException {
    String number = Long.toString(revision);
    String text =
        "egov.kiosk access mark 1\n" + number + " " + HexFormat.of().formatHex(tag(number)) + "\n";
    PrivateFile.replace(file, text.getBytes(StandardCharsets.US_ASCII));
  }

  private byte[] tag(String number) {
    return Sm3.hmac(key, number.getBytes(StandardCharsets.US_ASCII));
  }
}
