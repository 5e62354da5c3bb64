package egov.kiosk.flow.desk;

/**
 * What a screen can say of the place before there is a desk, because the machine has no identity
 * yet: all of it as citizens know it. Offered as a service from the first moment.
 */
public interface SiteNotice {
  /** Where it stands. */
  String site();

  /** The number to call. */
  String helpPhone();

  /** Where the next kiosk or counter is; may be empty. */
  String elsewhere();
}
