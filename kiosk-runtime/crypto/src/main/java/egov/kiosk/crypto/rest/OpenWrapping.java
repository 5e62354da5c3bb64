package egov.kiosk.crypto.rest;

/**
 * No wrapping: the file's mode is all that keeps the data keys, as it is all that keeps an open key
 * file beside it. For demonstrations.
 */
public final class OpenWrapping implements RestWrapping {
  @Override
  public String word() {
    return "open";
  }

  @Override
  public byte[] wrap(byte[] secret) {
    return secret.clone();
  }

  @Override
  public byte[] unwrap(byte[] wrapped) {
    return wrapped.clone();
  }
}
