package egov.kiosk.domain.document;

import egov.kiosk.domain.device.Slip;
import java.time.Instant;

/**
 * Makes documents in OFD (GB/T 33190-2016), each with the kiosk's electronic seal (GB/T
 * 38540-2020). Equal input gives equal pages; the signature differs each time. Safe for use by
 * several threads.
 */
public interface Documents {
  /**
   * The slip (回执单) as a file, on a page as wide as receipt paper.
   *
   * @param slip what the paper says
   * @param at the moment of sealing
   * @return the file's bytes, at most 1 MiB
   * @throws DocumentException when the text cannot be set, or no seal can be put now
   */
  byte[] slip(Slip slip, Instant at) throws DocumentException;

  /**
   * A copy of a certificate (证照副本) as a file, on A4.
   *
   * @param copy what it says
   * @param at the moment of sealing
   * @return the file's bytes, at most 1 MiB
   * @throws DocumentException when the text cannot be set, or no seal can be put now
   */
  byte[] certificateCopy(CertificateCopy copy, Instant at) throws DocumentException;
}
