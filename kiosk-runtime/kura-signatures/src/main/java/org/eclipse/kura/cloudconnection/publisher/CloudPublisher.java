package org.eclipse.kura.cloudconnection.publisher;

import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.osgi.annotation.versioning.ProviderType;

/** A way to the operator's cloud. */
@ProviderType
public interface CloudPublisher {
  /** Publishes; gives the message's id, or nothing where it has none. */
  String publish(KuraMessage message) throws KuraException;
}
