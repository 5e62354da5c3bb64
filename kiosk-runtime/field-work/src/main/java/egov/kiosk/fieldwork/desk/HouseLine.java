package egov.kiosk.fieldwork.desk;

import java.util.List;

/**
 * A household in a list.
 *
 * @param head the first one's name, masked
 * @param people how many live there
 * @param tags what they are looked after for
 * @param changed whether the platform has yet to take over what the worker changed
 * @param conflicts how many fields are to be decided
 * @param fresh whether a worker took it up and no list of the platform has it yet
 */
public record HouseLine(
    String id,
    String address,
    String head,
    int people,
    List<String> tags,
    boolean changed,
    int conflicts,
    boolean fresh) {
  public HouseLine {
    tags = List.copyOf(tags);
  }
}
