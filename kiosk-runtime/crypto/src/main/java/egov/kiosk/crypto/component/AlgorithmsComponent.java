package egov.kiosk.crypto.component;

import egov.kiosk.crypto.envelope.Sm4ChunkCipher;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.security.SecureRandom;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Offers the algorithms that need no key file; nothing to configure. */
@Component(service = {Sm3Digest.class, ChunkCipher.class})
public final class AlgorithmsComponent implements Sm3Digest, ChunkCipher {
  private final Sm3Digest digest = new StreamedSm3();
  private final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());

  /** Takes the system's generator. */
  @Activate
  public AlgorithmsComponent() {
    // Nothing to open.
  }

  @Override
  public Running start() {
    return digest.start();
  }

  @Override
  public String newKey() {
    return cipher.newKey();
  }

  @Override
  public byte[] seal(String key, TransactionId attachmentId, int index, byte[] plain) {
    return cipher.seal(key, attachmentId, index, plain);
  }

  @Override
  public Optional<byte[]> open(String key, TransactionId attachmentId, int index, byte[] sealed) {
    return cipher.open(key, attachmentId, index, sealed);
  }
}
