package org.eclipse.kura.cloudconnection.message;

import org.eclipse.kura.message.KuraPayload;

/** A payload on its way. */
public class KuraMessage {
  private final KuraPayload payload;

  /** Around a payload. */
  public KuraMessage(KuraPayload payload) {
    this.payload = payload;
  }

  /** What is in it. */
  public KuraPayload getPayload() {
    return payload;
  }
}
