package egov.kiosk.fieldwork.desk;

import java.util.List;

/**
 * A grid worker's day.
 *
 * @param grid the grid's number
 * @param listedAt when the platform's list came, ISO 8601; empty before the first
 * @param stale whether the list is older than a day
 * @param online whether there is a line
 * @param done how many tasks are done
 * @param unsent how many things have not reached the platform
 * @param conflicts how many fields are to be decided
 * @param damaged how many kept things were altered and cannot be read
 * @param tasks those to do first
 * @param drafts what was begun and not handed in
 * @param events what was reported, newest first
 */
public record Today(
    String grid,
    String listedAt,
    boolean stale,
    boolean online,
    int done,
    int unsent,
    int conflicts,
    int damaged,
    List<TaskLine> tasks,
    List<DraftLine> drafts,
    List<EventLine> events) {
  public Today {
    tasks = List.copyOf(tasks);
    drafts = List.copyOf(drafts);
    events = List.copyOf(events);
  }

  /**
   * A task.
   *
   * @param household its id or empty
   * @param itemCode its form or empty
   * @param due its last day or empty
   * @param dueState {@code NONE}, {@code LATER}, {@code TODAY} or {@code LATE}
   * @param draft what was begun about it, or empty
   */
  public record TaskLine(
      String id,
      String kind,
      String title,
      String note,
      String household,
      String itemCode,
      String due,
      String dueState,
      boolean done,
      String draft) {}

  /** Something begun. */
  public record DraftLine(String id, String kind, String title, String begunAt) {}

  /** An event and how far it is. */
  public record EventLine(
      String id,
      String category,
      String urgency,
      String title,
      String stage,
      String note,
      String number) {}
}
