package egov.kiosk.audit.export;

import egov.kiosk.audit.record.Entry;
import java.io.Closeable;
import java.io.IOException;

/** Where exported records go. For one thread. */
public interface Sink extends Closeable {
  /** Takes a record and its line, without the line feed. */
  void put(Entry entry, byte[] line) throws IOException;

  /** Everything is there, as far as the way tells; before {@link #close}. */
  void finish() throws IOException;
}
