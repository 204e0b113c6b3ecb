// Draws every chart of the page: its options stand in the script element inside it.
(function () {
  'use strict';
  var dark = window.matchMedia && window.matchMedia('(prefers-color-scheme: dark)').matches;
  document.querySelectorAll('div.chart').forEach(function (place) {
    var options = JSON.parse(place.querySelector('script').textContent);
    options.backgroundColor = 'transparent';
    options.animation = false;
    var chart = echarts.init(place, dark ? 'dark' : null, { renderer: 'svg' });
    chart.setOption(options);
    window.addEventListener('resize', function () { chart.resize(); });
  });
})();
