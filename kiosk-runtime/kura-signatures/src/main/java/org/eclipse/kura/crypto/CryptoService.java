package org.eclipse.kura.crypto;

import org.eclipse.kura.KuraException;
import org.osgi.annotation.versioning.ProviderType;

/** Seals what the framework keeps. */
@ProviderType
public interface CryptoService {
  /** Seals. */
  char[] encryptAes(char[] value) throws KuraException;

  /** Opens. */
  char[] decryptAes(char[] value) throws KuraException;
}
