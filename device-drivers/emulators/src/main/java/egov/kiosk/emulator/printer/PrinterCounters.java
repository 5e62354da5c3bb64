package egov.kiosk.emulator.printer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** What happened since somebody last asked. Thread safe. */
final class PrinterCounters {
  /** What is counted. */
  enum Event {
    BYTES_IN,
    STATUS_ASKED,
    /** Status bytes whose host had gone. */
    UNHEARD,
    LINES,
    SLIPS,
    /** Known commands that leave no trace on this printer's paper. */
    IGNORED,
    /** Bytes that begin no known command. */
    UNKNOWN,
    /** Text bytes that are no character in the mode in force. */
    UNDECODABLE,
    /** Commands with values that cannot be printed. */
    REJECTED,
    /** Commands cut off by the end of their connection. */
    CUT_OFF
  }

  private final Map<Event, Long> counts = new EnumMap<>(Event.class);

  void count(Event event) {
    add(event, 1);
  }

  synchronized void add(Event event, long more) {
    counts.merge(event, more, Long::sum);
  }

  /** The counts as {@code name=value} pairs in lower case; starts again from zero. */
  synchronized String takeLine() {
    StringBuilder line = new StringBuilder();
    for (Event event : Event.values()) {
      String name = event.name().toLowerCase(Locale.ROOT).replace('_', '-');
      line.append(name).append('=').append(counts.getOrDefault(event, 0L)).append(' ');
    }
    counts.clear();
    return line.toString().strip();
  }
}
