package egov.kiosk.gateway.audit;

import egov.kiosk.domain.audit.AuditAnchor;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Where the heads of kiosks' audit chains are kept. Safe for several threads and workers. */
interface AnchorBook extends AutoCloseable {
  /** How many heads of a kiosk are kept. */
  int MOST = 32;

  /** One kiosk's page, held by nobody else meanwhile. */
  interface Page {
    /** The oldest first. */
    List<AuditAnchor> known() throws IOException;

    /** Keeps these, or the newest {@link #MOST} of them. */
    void keep(List<AuditAnchor> anchors) throws IOException;

    /** Notes what somebody must look at. */
    void find(Instant at, Judgement judgement, String detail) throws IOException;
  }

  /** Something that reads and writes a page. */
  interface Work<T> {
    T run(Page page) throws IOException;
  }

  /**
   * Does the work while no other worker has the page.
   *
   * @throws IOException when nothing was kept, or nobody knows; the kiosk sends its head again
   */
  <T> T alone(String kioskId, Work<T> work) throws IOException;

  @Override
  void close();

  /** The newest of them. */
  static List<AuditAnchor> newest(List<AuditAnchor> anchors) {
    return anchors.subList(Math.max(0, anchors.size() - MOST), anchors.size());
  }
}
