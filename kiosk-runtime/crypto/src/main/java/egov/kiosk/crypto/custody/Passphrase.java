package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.crypto.sm.Sm4Gcm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Where the words come from that a key file is wrapped under: a file that only this process's user
 * can read (a credential of the service manager, say), and, to bind the key to a machine, a second
 * file that a copied disk or backup does not have, e.g. {@code /sys/class/dmi/id/product_uuid}.
 *
 * <p>The key of the wrapping is PBKDF2 (RFC 8018 clause 5.2) with HMAC-SM3 over the passphrase, or
 * over HMAC-SM3(passphrase, {@code "egov.kiosk machine 1"} ‖ machine file) when there is one.
 *
 * @param file the passphrase, at least 12 bytes up to the line end, mode 0600
 * @param machine what else must be the same, compared as bytes
 */
public record Passphrase(Path file, Optional<Path> machine) {
  private static final int SHORTEST = 12;
  private static final int LARGEST_MACHINE = 4096;
  private static final byte[] LABEL = "egov.kiosk machine 1".getBytes(StandardCharsets.US_ASCII);

  public Passphrase {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(machine, "machine");
  }

  /** The SM4 key for that salt and count; the caller clears it. */
  public byte[] key(byte[] salt, int iterations) throws CryptoException {
    byte[] words = words();
    try {
      PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(new SM3Digest());
      generator.init(words, salt, iterations);
      return ((KeyParameter) generator.generateDerivedMacParameters(Sm4Gcm.KEY * Byte.SIZE))
          .getKey();
    } finally {
      Arrays.fill(words, (byte) 0);
    }
  }

  private byte[] words() throws CryptoException {
    byte[] word = PrivateFile.readWord(file);
    if (word.length < SHORTEST) {
      throw new CryptoException(
          CryptoFault.FILE_MALFORMED,
          "the passphrase in "
              + file
              + " has fewer than "
              + SHORTEST
              + " bytes; put random words of a generator there before the key is wrapped");
    }
    if (machine.isEmpty()) {
      return word;
    }
    byte[] bound = Sm3.hmac(word, LABEL, machineBytes(machine.get()));
    Arrays.fill(word, (byte) 0);
    return bound;
  }

  private static byte[] machineBytes(Path file) throws CryptoException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_MACHINE);
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IOException e) {
      // Said below: absent and empty come to the same.
    }
    throw new CryptoException(
        CryptoFault.FILE_UNREADABLE,
        file + ", which binds the key to this machine, cannot be read or is empty");
  }
}
