package egov.kiosk.fieldwork.desk;

import java.util.List;

/**
 * What has gone and what has not.
 *
 * @param online whether there is a line
 * @param unsent how many things have not arrived whole
 * @param lastArrived when the platform last confirmed something, ISO 8601, or empty
 * @param sent newest first, what has not arrived before what has
 * @param conflicts what the worker must decide
 */
public record SyncView(
    boolean online, int unsent, String lastArrived, List<Sent> sent, List<Choice> conflicts) {
  public SyncView {
    sent = List.copyOf(sent);
    conflicts = List.copyOf(conflicts);
  }

  /**
   * A field of a household in two versions.
   *
   * @param address of the household
   * @param field its name in forms
   */
  public record Choice(
      String household, String address, String field, String mine, String platform) {}
}
