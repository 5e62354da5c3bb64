package egov.kiosk.supervision;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.NativeLong;

/** The calls of the C library for one datagram over a Unix socket; Linux numbers. */
interface LibC extends Library {
  int AF_UNIX = 1;
  int SOCK_DGRAM = 2;
  int SOCK_CLOEXEC = 0x80000;
  int MSG_NOSIGNAL = 0x4000;

  /** The room for a path in {@code struct sockaddr_un}. */
  int PATH_ROOM = 108;

  /** See socket(2). */
  int socket(int domain, int type, int protocol) throws LastErrorException;

  /** See sendto(2). */
  NativeLong sendto(
      int socket, byte[] bytes, NativeLong length, int flags, byte[] address, int addressLength)
      throws LastErrorException;

  /** See close(2). */
  int close(int descriptor) throws LastErrorException;
}
