package egov.kiosk.domain.citizen;

/** What is known of whether a living person stood before the camera (活体检测). */
public enum Liveness {
  /** Nobody looked: the face pack cannot tell. */
  NOT_CHECKED,
  PASSED,
  FAILED
}
