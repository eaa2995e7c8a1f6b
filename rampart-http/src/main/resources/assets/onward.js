// Goes on when every frame has been loaded, or when they have had long enough.
(() => {
  const LONGEST = 3000
  const onward = () => location.replace(document.getElementById('onward').href)
  const timer = setTimeout(onward, LONGEST)
  addEventListener('load', () => {
    clearTimeout(timer)
    onward()
  }, { once: true })
})()
