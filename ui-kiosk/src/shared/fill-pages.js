/** Greedy pages [from, to) of blocks that fit into `room`; a block taller than the room stands alone. */
export function fillPages(heights, gap, room) {
  const pages = [];
  let from = 0;
  let used = 0;
  heights.forEach((height, index) => {
    const more = index === from ? height : used + gap + height;
    if (index > from && more > room) {
      pages.push([from, index]);
      from = index;
      used = height;
    } else {
      used = more;
    }
  });
  pages.push([from, heights.length]);
  return pages;
}
